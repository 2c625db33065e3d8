/** Processes, ports, disk and memory of this machine. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack.process;
