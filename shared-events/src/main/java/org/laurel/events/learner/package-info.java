/** Who a learner is, and what the learner wants on certificates. */
@NullMarked
package org.laurel.events.learner;

import org.jspecify.annotations.NullMarked;
