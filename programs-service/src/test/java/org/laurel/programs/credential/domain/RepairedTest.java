package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.credential.domain.Facts.at;
import static org.laurel.programs.credential.domain.Facts.awarded;
import static org.laurel.programs.credential.domain.Facts.course;
import static org.laurel.programs.credential.domain.Facts.key;
import static org.laurel.programs.credential.domain.Facts.program;
import static org.laurel.programs.credential.domain.Facts.run;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.credential.domain.Repaired.Outcome;

class RepairedTest {

    private static final LearnerId ADA = new LearnerId("7");
    private static final Cause CAUSE = Cause.of("test", "1");
    private static final Program PROGRAM = program(course(run("A", "verified")));
    private static final CourseCredential RUN =
            new CourseCredential(new CaseKey(ADA, key("A")), UUID.randomUUID(), at(1), awarded("verified", 1), 1);
    private static final ProgramCredential WHOLE = new ProgramCredential(
            ADA,
            PROGRAM.uuid(),
            UUID.randomUUID(),
            new ProgramStanding(CredentialStatus.AWARDED, at(1), Reason.COURSES_COMPLETED, at(1), at(1)),
            null,
            1);

    static Stream<Arguments> facts() {
        return Stream.of(
                Arguments.of(new CredentialFact.CourseAwarded(RUN, CAUSE), false, Outcome.COURSE_CREDENTIAL),
                Arguments.of(new CredentialFact.CourseRedated(RUN, CAUSE), false, Outcome.COURSE_CREDENTIAL),
                Arguments.of(new CredentialFact.CourseRevoked(RUN, CAUSE), false, Outcome.COURSE_CREDENTIAL),
                Arguments.of(new CredentialFact.ProgramAwarded(WHOLE, PROGRAM, CAUSE), true, Outcome.AWARDED),
                Arguments.of(new CredentialFact.ProgramRedated(WHOLE, PROGRAM, CAUSE), true, Outcome.REDATED),
                Arguments.of(new CredentialFact.ProgramRevoked(WHOLE, PROGRAM, CAUSE), true, Outcome.REVOKED));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void isWhatAFactMeansForItsCredential(CredentialFact fact, boolean whole, Outcome outcome) {
        // When
        Repaired repaired = Repaired.of(fact);

        // Then
        assertThat(repaired).isEqualTo(new Repaired(ADA, whole ? PROGRAM.uuid() : null, outcome));
    }
}
