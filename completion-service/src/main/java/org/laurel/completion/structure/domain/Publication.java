package org.laurel.completion.structure.domain;

import java.util.List;

/** What became of a {@link Publish} command. */
public sealed interface Publication {

    /**
     * The structure counts from now on.
     *
     * @param first whether the course run had none before
     */
    record Published(CourseStructure structure, boolean first) implements Publication {}

    /** The structure is kept, but a newer one counts. */
    record Outdated(CourseStructure structure) implements Publication {}

    /** The newest structure says the same already. */
    record Unchanged(CourseStructure structure) implements Publication {}

    /** The structure breaks rules. */
    record Refused(List<Violation> violations) implements Publication {}
}
