/** What operators do with completion by the command line, on this machine's stack or on any deployment. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack.completion;
