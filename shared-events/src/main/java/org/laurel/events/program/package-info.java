/** Programs and the credentials for programs and courses. */
@NullMarked
package org.laurel.events.program;

import org.jspecify.annotations.NullMarked;
