package org.laurel.programs.credential.domain;

import java.util.Optional;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;
import org.laurel.programs.catalogue.domain.Program;

/** What others are told of credentials: that one begins to hold, or ceases to. */
public sealed interface CredentialFact extends DomainFact {

    /** The fact that tells of a change of a course credential, empty when it neither awards nor revokes. */
    static Optional<CredentialFact> of(CourseChange change) {
        if (change.awards()) {
            return Optional.of(new CourseAwarded(change.after(), change.cause()));
        }
        return change.revokes() ? Optional.of(new CourseRevoked(change.after(), change.cause())) : Optional.empty();
    }

    /** The fact that tells of a decision on a program credential, empty when it neither awards nor revokes. */
    static Optional<CredentialFact> of(
            ProgramDecision decision, ProgramCredential credential, Program program, Cause cause) {
        return switch (decision) {
            case ProgramDecision.Awarded awarded -> Optional.of(new ProgramAwarded(credential, program, cause));
            case ProgramDecision.Revoked revoked -> Optional.of(new ProgramRevoked(credential, program, cause));
            case ProgramDecision.Redated redated -> Optional.empty();
            case ProgramDecision.Unchanged unchanged -> Optional.empty();
        };
    }

    /** A course credential begins to hold. */
    record CourseAwarded(CourseCredential credential, Cause cause) implements CredentialFact {}

    /** A course credential ceases to hold. */
    record CourseRevoked(CourseCredential credential, Cause cause) implements CredentialFact {}

    /** A program credential begins to hold. */
    record ProgramAwarded(ProgramCredential credential, Program program, Cause cause) implements CredentialFact {}

    /** A program credential ceases to hold. */
    record ProgramRevoked(ProgramCredential credential, Program program, Cause cause) implements CredentialFact {}
}
