package org.laurel.programs.record.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.record.domain.ProgramRecord;
import org.laurel.programs.record.domain.SharedRecord;

/**
 * A record in a list.
 *
 * @param courses how many courses the program has
 * @param earned how many of them the learner has earned
 * @param completed whether the learner holds the program's credential
 * @param lastUpdated when something of the record last came to be
 * @param sharedUrl where everybody may read it, null when it is not shared
 */
public record RecordSummary(
        UUID programUuid,
        String title,
        String type,
        String school,
        int courses,
        long earned,
        boolean completed,
        @Nullable Instant lastUpdated,
        @Nullable String sharedUrl) {

    /** A learner's records, by title. */
    public record ListOf(List<RecordSummary> records) {}

    static RecordSummary of(ProgramRecord record, String publicUrl) {
        UUID shared = record.sharedUuid();
        UUID program = record.program().uuid();
        return new RecordSummary(
                program,
                record.program().title(),
                record.program().typeSlug(),
                record.school(),
                record.rows().size(),
                record.earned(),
                record.completed(),
                record.lastUpdated().orElse(null),
                shared == null
                        ? null
                        : publicUrl + new SharedRecord(shared, record.learner().id(), program).path());
    }
}
