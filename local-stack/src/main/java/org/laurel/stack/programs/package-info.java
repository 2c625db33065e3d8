/** What operators do with programs by the command line. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack.programs;
