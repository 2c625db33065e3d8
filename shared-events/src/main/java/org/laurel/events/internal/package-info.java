/** Checks that the bodies share. Not part of the contract. */
@NullMarked
package org.laurel.events.internal;

import org.jspecify.annotations.NullMarked;
