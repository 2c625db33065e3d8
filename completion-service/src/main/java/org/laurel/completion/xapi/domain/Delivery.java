package org.laurel.completion.xapi.domain;

/** Where statements go. */
public enum Delivery {
    /** None are made; those that wait stay. */
    OFF,
    /** To a learning record store. */
    LRS,
    /** To a Kafka topic. */
    TOPIC
}
