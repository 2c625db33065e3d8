/** What is deployed agrees with what the services read, listen on and consume. */
@org.jspecify.annotations.NullMarked
package org.laurel.deploy;
