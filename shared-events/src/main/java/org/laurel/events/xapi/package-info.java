/** Statements for learning record stores. */
@NullMarked
package org.laurel.events.xapi;

import org.jspecify.annotations.NullMarked;
