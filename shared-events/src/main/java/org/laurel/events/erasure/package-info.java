/** Reports that a retired learner's personal data is gone. */
@NullMarked
package org.laurel.events.erasure;

import org.jspecify.annotations.NullMarked;
