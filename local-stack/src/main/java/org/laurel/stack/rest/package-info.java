/** Calls of the services' REST endpoints. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack.rest;
