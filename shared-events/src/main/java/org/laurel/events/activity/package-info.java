/** What a platform tells about a learner's work in a course. */
@NullMarked
package org.laurel.events.activity;

import org.jspecify.annotations.NullMarked;
