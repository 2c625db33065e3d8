/** The supervisor of a running stack and what it tells about it. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack.run;
