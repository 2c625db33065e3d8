package org.laurel.programs.credential.domain;

import java.util.Optional;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;
import org.laurel.programs.catalogue.domain.Program;

/** What others are told of credentials: that one begins to hold, ceases to, or may be seen from another date. */
public sealed interface CredentialFact extends DomainFact {

    /** The fact that tells of a change of a course credential, empty when others see no difference. */
    static Optional<CredentialFact> of(CourseChange change) {
        if (change.awards()) {
            return Optional.of(new CourseAwarded(change.after(), change.cause()));
        }
        if (change.redates()) {
            return Optional.of(new CourseRedated(change.after(), change.cause()));
        }
        return change.revokes() ? Optional.of(new CourseRevoked(change.after(), change.cause())) : Optional.empty();
    }

    /** A course credential begins to hold. */
    record CourseAwarded(CourseCredential credential, Cause cause) implements CredentialFact {}

    /** A course credential that holds may be seen from another date. */
    record CourseRedated(CourseCredential credential, Cause cause) implements CredentialFact {}

    /** A course credential ceases to hold. */
    record CourseRevoked(CourseCredential credential, Cause cause) implements CredentialFact {}

    /** A program credential begins to hold. */
    record ProgramAwarded(ProgramCredential credential, Program program, Cause cause) implements CredentialFact {}

    /** A program credential that holds may be seen from another date. */
    record ProgramRedated(ProgramCredential credential, Program program, Cause cause) implements CredentialFact {}

    /** A program credential ceases to hold. */
    record ProgramRevoked(ProgramCredential credential, Program program, Cause cause) implements CredentialFact {}
}
