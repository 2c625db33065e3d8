package org.laurel.enrollment.namechange.http;

import java.time.Instant;
import org.laurel.enrollment.namechange.db.NameChangeQueries.Waiting;
import org.laurel.enrollment.namechange.domain.NameChange;

/** A request for another name as staff see it. */
record NameChangeView(
        String learnerId, String username, String currentName, String name, String rationale, Instant requestedAt) {

    static NameChangeView of(Waiting waiting) {
        NameChange change = waiting.change();
        return new NameChangeView(
                change.learnerId().value(),
                waiting.username(),
                waiting.currentName(),
                change.name(),
                change.rationale(),
                change.requestedAt());
    }
}
