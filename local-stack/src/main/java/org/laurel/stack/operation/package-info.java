/** What operators see and steer in the services. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack.operation;
