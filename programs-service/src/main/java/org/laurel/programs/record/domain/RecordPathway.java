package org.laurel.programs.record.domain;

import java.util.UUID;

/**
 * A pathway that a program leads to, as a record shows it.
 *
 * @param uuid of the pathway
 * @param active whether it takes records: it has an address
 * @param type {@code credit} or {@code industry}
 * @param sent whether the learner has sent the record to it
 */
public record RecordPathway(
        long id, UUID uuid, String name, String orgName, boolean active, String type, boolean sent) {

    /** As existing clients read it: {@code sent}, or nothing. */
    public String status() {
        return sent ? "sent" : "";
    }

    /** As others see it: what the learner did with the record is nobody's business. */
    RecordPathway forOthers() {
        return new RecordPathway(id, uuid, name, orgName, active, type, false);
    }
}
