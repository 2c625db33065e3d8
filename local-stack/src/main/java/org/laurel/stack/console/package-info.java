/** What people see: lines, colours, tables and times. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack.console;
