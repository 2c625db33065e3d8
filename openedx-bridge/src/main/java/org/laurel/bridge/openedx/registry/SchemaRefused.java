package org.laurel.bridge.openedx.registry;

/**
 * The registry answers and does not register a schema of ours, which only an operator can mend. No record is at fault, so none is
 * parked for it; nothing waits for an end of it either, which may be far.
 */
public final class SchemaRefused extends RegistryUnavailable {

    private static final long serialVersionUID = 1L;

    SchemaRefused(String subject, int status, String question) {
        super("refuses the schema of subject " + subject + " (" + status + "): " + question, null);
    }
}
