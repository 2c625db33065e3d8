/** A Kafka broker and its topics. */
@org.jspecify.annotations.NullMarked
package org.laurel.stack.kafka;
