package org.laurel.programs.credential.domain;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * What a repair came to for one credential.
 *
 * @param programUuid null for a course credential
 */
public record Repaired(LearnerId learnerId, @Nullable UUID programUuid, Outcome outcome) {

    /** What happened to it. */
    public enum Outcome {
        /** A program credential begins to hold. */
        AWARDED,
        /** A program credential ceases to hold. */
        REVOKED,
        /** A program credential holds as before, and may be seen from another date. */
        REDATED,
        /** The program is complete, and the award waits until nothing stands in its way. */
        PENDING,
        /** A program credential, or its absence, was right. */
        UNCHANGED,
        /** A course credential was brought in line with its certificate. */
        COURSE_CREDENTIAL;

        /** The word under which it is counted. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a fact that is told means for the credential that it is about. */
    public static Repaired of(CredentialFact fact) {
        return switch (fact) {
            case CredentialFact.CourseAwarded course ->
                new Repaired(course.credential().key().learnerId(), null, Outcome.COURSE_CREDENTIAL);
            case CredentialFact.CourseRedated course ->
                new Repaired(course.credential().key().learnerId(), null, Outcome.COURSE_CREDENTIAL);
            case CredentialFact.CourseRevoked course ->
                new Repaired(course.credential().key().learnerId(), null, Outcome.COURSE_CREDENTIAL);
            case CredentialFact.ProgramAwarded program -> of(program.credential(), Outcome.AWARDED);
            case CredentialFact.ProgramRedated program -> of(program.credential(), Outcome.REDATED);
            case CredentialFact.ProgramRevoked program -> of(program.credential(), Outcome.REVOKED);
        };
    }

    private static Repaired of(ProgramCredential credential, Outcome outcome) {
        return new Repaired(credential.learnerId(), credential.programUuid(), outcome);
    }
}
