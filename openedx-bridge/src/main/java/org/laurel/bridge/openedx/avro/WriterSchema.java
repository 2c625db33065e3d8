package org.laurel.bridge.openedx.avro;

import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.laurel.kit.event.UnprocessableEvent;

/** The schema that a producer wrote a record with. Parse it once: readers are cached by it. */
public record WriterSchema(Schema schema) {

    /** More than any event has; a registry that sends more sends something else. */
    private static final int LONGEST = 1_000_000;

    /**
     * Parses a schema. Names are not checked, since some of Open edX's namespaces contain hyphens.
     *
     * @throws UnprocessableEvent {@code bad_schema} when the text is no Avro schema
     */
    public static WriterSchema parse(String text) {
        if (text.length() > LONGEST) {
            throw new UnprocessableEvent("bad_schema", "the writer's schema is too long");
        }
        try {
            return new WriterSchema(new Schema.Parser(NameValidator.NO_VALIDATION)
                    .setValidateDefaults(false)
                    .parse(text));
        } catch (RuntimeException | StackOverflowError malformed) {
            throw new UnprocessableEvent("bad_schema", "the writer's schema is no Avro schema");
        }
    }
}
