package org.laurel.events;

/**
 * Names of the Kafka headers and the content types of CloudEvents 1.0.2 in binary mode, with Laurel's extension
 * attributes. Header values are UTF-8 text.
 */
public final class CloudEventHeaders {

    /** Version of the CloudEvents specification, always {@link #SPECVERSION_VALUE}. Required. */
    public static final String SPECVERSION = "ce_specversion";
    /** Unique together with {@link #SOURCE}; the same pair is the same event. Required. */
    public static final String ID = "ce_id";
    /** URI reference of the producer. Required. */
    public static final String SOURCE = "ce_source";
    /** Name of the event type, see {@link EventType#name()}. Required. */
    public static final String TYPE = "ce_type";
    /** When the event was published, RFC 3339. The business time is {@code occurred_at} in the body. */
    public static final String TIME = "ce_time";
    /** What the event is about, usually the record key. Optional. */
    public static final String SUBJECT = "ce_subject";
    /** Integer that orders facts with the same business time. Optional. */
    public static final String SEQUENCE = "ce_sequence";
    /** Id shared by everything that one outer cause set off. Optional. */
    public static final String CORRELATION_ID = "ce_correlationid";
    /** Id of the event that directly caused this one. Optional. */
    public static final String CAUSATION_ID = "ce_causationid";
    /** Set by a bridge and copied along the chain of causes; a bridge sends nothing back to where it came from. */
    public static final String ORIGIN = "ce_origin";
    /** W3C trace context. Optional. */
    public static final String TRACEPARENT = "traceparent";
    /** Media type of the record value. */
    public static final String CONTENT_TYPE = "content-type";

    /** The only value of {@link #SPECVERSION}. */
    public static final String SPECVERSION_VALUE = "1.0";
    /** Content type of binary mode: the value is the body. */
    public static final String JSON = "application/json";
    /** Content type of structured mode: the value holds attributes and body. Accepted, never written by Laurel. */
    public static final String STRUCTURED_JSON = "application/cloudevents+json";

    private CloudEventHeaders() {}
}
