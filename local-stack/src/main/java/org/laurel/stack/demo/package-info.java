/** The main job done on a running stack, as a learning platform would do it. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack.demo;
