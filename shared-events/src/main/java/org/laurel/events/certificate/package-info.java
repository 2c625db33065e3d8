/** Course certificates. */
@NullMarked
package org.laurel.events.certificate;

import org.jspecify.annotations.NullMarked;
