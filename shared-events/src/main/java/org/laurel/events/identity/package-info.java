/** What a platform tells about a learner's verified identity. */
@NullMarked
package org.laurel.events.identity;

import org.jspecify.annotations.NullMarked;
