/** Course runs, their modes and their structure. */
@NullMarked
package org.laurel.events.course;

import org.jspecify.annotations.NullMarked;
