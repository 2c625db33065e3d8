/** What a platform tells about grades and exams. */
@NullMarked
package org.laurel.events.grade;

import org.jspecify.annotations.NullMarked;
