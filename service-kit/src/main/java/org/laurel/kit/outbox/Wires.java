package org.laurel.kit.outbox;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Chooses how an event is written: as Laurel's own are, unless an encoding covers its type. */
@Singleton
class Wires {

    private final List<WireEncoding> encodings;
    private final ForeignTopics topics;

    Wires(@All List<WireEncoding> encodings, ForeignTopics topics) {
        this.encodings = encodings;
        this.topics = topics;
    }

    /** The topics for which nothing is sent, because they are not there. */
    Set<String> missingTopics() {
        return topics.missing();
    }

    /** Whether one of the rows is for a topic of another wire that is not there. */
    boolean meetMissingTopic(List<OutboxRow> rows) {
        if (encodings.isEmpty()) {
            return false;
        }
        return topics.isMissingAny(rows.stream()
                .filter(row -> encoding(row.type()).isPresent())
                .map(OutboxRow::topic)
                .collect(Collectors.toSet()));
    }

    /** The encoding of a type; empty for Laurel's own. */
    Optional<WireEncoding> encoding(String type) {
        return encodings.stream().filter(one -> one.covers(type)).findFirst();
    }

    /** The record to send; asks the producer for the topic's partitions when the encoding chooses one. */
    ProducerRecord<byte[], byte[]> record(OutboxRow row, String source, Producer<byte[], byte[]> producer) {
        return encoding(row.type())
                .map(encoding -> record(row, encoding, producer))
                .orElseGet(() -> row.record(source));
    }

    private static ProducerRecord<byte[], byte[]> record(
            OutboxRow row, WireEncoding encoding, Producer<byte[], byte[]> producer) {
        WireRecord written = encoding.encode(row.waiting());
        byte[] key = written.key();
        Integer partition = key == null
                ? null
                : encoding.partition(key, producer.partitionsFor(row.topic()).size());
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(row.topic(), partition, key, written.value());
        written.headers()
                .forEach(header ->
                        sent.headers().add(header.name(), header.value().getBytes(StandardCharsets.UTF_8)));
        return sent;
    }
}
