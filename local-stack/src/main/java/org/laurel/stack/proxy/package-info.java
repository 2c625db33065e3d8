/** One origin for all services. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack.proxy;
