package org.laurel.programs.record.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.programs.learner.domain.Learner;
import org.laurel.programs.record.domain.ProgramRecord;

/** Finds the record that somebody wants to do something with, and refuses in the order that existing clients know. */
@ApplicationScoped
class Addressed {

    private final ReadableRecords readable;
    private final Caller caller;

    Addressed(ReadableRecords readable, Caller caller) {
        this.readable = readable;
        this.caller = caller;
    }

    /** The record: 404 when there is no such learner, 403 when that is another one, 404 when there is no such program. */
    ProgramRecord record(String username, String program) {
        Learner learner = caller.is(username) ? readable.self() : readable.named(username);
        if (!caller.is(username) && !caller.isPrivileged()) {
            throw ProblemException.forbidden("Only the learner, staff and service clients may do this.");
        }
        return UuidText.ofDigits(program)
                .flatMap(uuid -> readable.one(learner, uuid))
                .map(ReadableRecords.Read::record)
                .orElseThrow(
                        () -> ProblemException.notFound("program_not_found", "There is no record of this program."));
    }
}
