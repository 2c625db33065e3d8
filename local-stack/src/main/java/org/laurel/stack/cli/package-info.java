/** The commands of {@code laurel}. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack.cli;
