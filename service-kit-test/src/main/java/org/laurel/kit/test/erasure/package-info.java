/** That nothing personal is forgotten when learners are retired. */
@NullMarked
package org.laurel.kit.test.erasure;

import org.jspecify.annotations.NullMarked;
