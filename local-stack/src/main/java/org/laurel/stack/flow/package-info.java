/** The way that facts about one learner went through all services, put together by correlation id. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack.flow;
