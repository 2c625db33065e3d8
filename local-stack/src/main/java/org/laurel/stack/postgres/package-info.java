/** A PostgreSQL server and the databases of the services. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack.postgres;
