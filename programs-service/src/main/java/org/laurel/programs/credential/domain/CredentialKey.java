package org.laurel.programs.credential.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/** Whose credential for what. */
public record CredentialKey(LearnerId learnerId, CredentialSubject subject) {

    /** A learner's credential for a program. */
    public static CredentialKey of(LearnerId learnerId, UUID programUuid) {
        return new CredentialKey(learnerId, new CredentialSubject.OfProgram(programUuid));
    }

    /** A learner's credential for a course run. */
    public static CredentialKey of(CaseKey key) {
        return new CredentialKey(key.learnerId(), new CredentialSubject.OfRun(key.courseKey()));
    }

    /** The uuid of the program, null for a course run. */
    public @Nullable UUID programUuid() {
        return subject instanceof CredentialSubject.OfProgram(UUID uuid) ? uuid : null;
    }

    /** The key of the course run, null for a program. */
    public @Nullable CourseKey courseKey() {
        return subject instanceof CredentialSubject.OfRun(CourseKey key) ? key : null;
    }
}
