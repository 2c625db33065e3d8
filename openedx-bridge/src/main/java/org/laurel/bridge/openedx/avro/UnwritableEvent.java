package org.laurel.bridge.openedx.avro;

/** Data that Open edX's event type has no room for. The message names the field and never quotes a value. */
public final class UnwritableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    UnwritableEvent(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /** The machine-readable reason: {@code missing_value}, {@code not_a_number} or {@code bad_time}. */
    public String code() {
        return code;
    }
}
