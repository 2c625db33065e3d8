/** What operators do with a service's own endpoints by the command line, on this machine's stack or on any deployment. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack.service;
