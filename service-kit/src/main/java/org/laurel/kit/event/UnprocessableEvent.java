package org.laurel.kit.event;

/** A record that can never be handled as it is, with a code that operators can filter by. */
public class UnprocessableEvent extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    /**
     * @param code short machine-readable reason such as {@code bad_json}
     * @param detail what exactly is wrong, for a person; it is kept and shown, so it quotes no values of the record
     */
    public UnprocessableEvent(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /** The machine-readable reason. */
    public String code() {
        return code;
    }

    /** The explanation for a person. */
    public String detail() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
