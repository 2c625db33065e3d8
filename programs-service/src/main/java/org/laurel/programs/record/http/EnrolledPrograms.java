package org.laurel.programs.record.http;

import java.util.List;
import java.util.UUID;
import org.laurel.programs.record.domain.ProgramRecord;

/** The programs of which a learner has a record, by title, as existing clients read them. */
public record EnrolledPrograms(List<EnrolledProgram> enrolledPrograms) {

    /**
     * A program.
     *
     * @param partner the names of those who give it
     * @param completed whether the learner holds its credential
     * @param empty whether the learner has earned none of its courses
     */
    public record EnrolledProgram(String name, UUID uuid, String partner, boolean completed, boolean empty) {}

    static EnrolledPrograms of(List<ProgramRecord> records) {
        return new EnrolledPrograms(
                records.stream().map(EnrolledPrograms::program).toList());
    }

    private static EnrolledProgram program(ProgramRecord record) {
        return new EnrolledProgram(
                record.program().title(),
                record.program().uuid(),
                record.school(),
                record.completed(),
                record.isEmpty());
    }
}
