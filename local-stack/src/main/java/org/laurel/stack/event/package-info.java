/** Publishing, reading and looking after events by hand. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack.event;
