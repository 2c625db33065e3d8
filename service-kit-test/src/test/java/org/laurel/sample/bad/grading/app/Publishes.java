package org.laurel.sample.bad.grading.app;

import org.apache.kafka.clients.producer.ProducerRecord;

/** A use case that goes past the outbox. */
public record Publishes(ProducerRecord<String, String> event) {}
