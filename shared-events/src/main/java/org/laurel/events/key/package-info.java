/** Ids and keys as value types: pure, kept in their original text. */
@NullMarked
package org.laurel.events.key;

import org.jspecify.annotations.NullMarked;
