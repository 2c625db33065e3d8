/** What must hold for what a service consumes. */
@NullMarked
package org.laurel.kit.test.consume;

import org.jspecify.annotations.NullMarked;
