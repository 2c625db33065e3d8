/** Progress of a learner in a course. */
@NullMarked
package org.laurel.events.completion;

import org.jspecify.annotations.NullMarked;
