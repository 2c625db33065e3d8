package org.laurel.completion.structure.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a {@link Publish} command. */
public sealed interface Publication {

    /**
     * The structure counts from now on.
     *
     * @param first whether the course run had none before
     */
    record Published(long version, boolean first) implements Publication {}

    /** The structure is kept, but a newer one counts. */
    record Outdated(long version) implements Publication {}

    /** The newest structure says the same already. */
    record Unchanged(long version) implements Publication {}

    /** The structure breaks rules. */
    record Refused(List<Violation> violations) implements Publication {}

    /**
     * Decides a command. What comes by REST and repeats the newest content under its number, or without one, is no
     * publication. What comes by Kafka is one unless it is the very same: its place in time may decide later.
     *
     * @param structure the command's structure
     * @param head what tells the structure from others
     * @param newest the publication that counts so far, null without any
     */
    static Publication decide(
            Publish command, CourseStructure structure, PublicationHead head, @Nullable PublicationHead newest) {
        List<Violation> violations = StructureRules.violations(structure);
        if (!violations.isEmpty()) {
            return new Refused(violations);
        }
        if (newest == null) {
            return new Published(head.version(), true);
        }
        boolean repeated = command.announce()
                && newest.contentHash().equals(head.contentHash())
                && (command.version() == null || command.version() == newest.version());
        if (repeated || newest.equals(head)) {
            return new Unchanged(newest.version());
        }
        return head.compareTo(newest) > 0 ? new Published(head.version(), false) : new Outdated(head.version());
    }
}
