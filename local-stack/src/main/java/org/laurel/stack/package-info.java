/** Runs a whole Laurel on one machine without containers. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack;
