package org.laurel.programs.credential.domain;

import java.util.UUID;
import org.laurel.events.key.CourseKey;

/** What a credential is for. */
public sealed interface CredentialSubject {

    /** The subject as one text, unique among programs and course runs. */
    String text();

    /** A program. */
    record OfProgram(UUID programUuid) implements CredentialSubject {

        @Override
        public String text() {
            return programUuid.toString();
        }
    }

    /** A course run. */
    record OfRun(CourseKey courseKey) implements CredentialSubject {

        @Override
        public String text() {
            return courseKey.value();
        }
    }
}
