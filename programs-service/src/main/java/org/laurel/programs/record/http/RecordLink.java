package org.laurel.programs.record.http;

import org.laurel.kit.domain.UuidText;
import org.laurel.programs.record.domain.ProgramRecord;

/** A record in the list of a learner's records. */
public record RecordLink(
        String path, String program, String school, boolean completed, long earned, int courses, boolean shared) {

    static RecordLink of(ProgramRecord record) {
        return new RecordLink(
                "/records/programs/" + UuidText.digits(record.program().uuid()) + "/",
                record.program().title(),
                record.school(),
                record.completed(),
                record.earned(),
                record.rows().size(),
                record.sharedUuid() != null);
    }
}
