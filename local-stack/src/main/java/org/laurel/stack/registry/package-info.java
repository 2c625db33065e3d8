/** The schema registry of the local stack. */
package org.laurel.stack.registry;
