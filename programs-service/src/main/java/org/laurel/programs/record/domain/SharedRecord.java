package org.laurel.programs.record.domain;

import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.UuidText;

/**
 * A record that has a public link.
 *
 * @param uuid the link's id; another one after the link was taken back
 */
public record SharedRecord(UUID uuid, LearnerId learnerId, UUID program) {

    /** The path of its page. */
    public String path() {
        return "/records/programs/shared/" + UuidText.digits(uuid) + "/";
    }
}
