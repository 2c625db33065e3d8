/** Who takes which course run, in which mode. */
@NullMarked
package org.laurel.events.enrollment;

import org.jspecify.annotations.NullMarked;
