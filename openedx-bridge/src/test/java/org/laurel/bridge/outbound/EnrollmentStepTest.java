package org.laurel.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.bridge.outbound.domain.EnrollmentStep;

/** The table of states and effects of enrollment-and-events §3.2. */
class EnrollmentStepTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, audit, true, CHANGED audit true; CREATED audit true",
                "-, -, verified, true, CHANGED audit true; CREATED audit true; CHANGED verified true",
                "-, -, audit, false, CHANGED audit true; CREATED audit true; CHANGED audit false; ENDED audit false",
                "-, -, honor, false, CHANGED audit true; CREATED audit true; CHANGED honor false; ENDED honor false",
                "audit, false, audit, true, CHANGED audit true; CREATED audit true",
                "audit, true, audit, true, CHANGED audit true; CREATED audit true",
                "verified, true, verified, true, CHANGED verified true; CREATED verified true",
                "audit, false, audit, false, CHANGED audit false; ENDED audit false",
                "audit, true, verified, true, CHANGED verified true",
                "audit, false, verified, false, CHANGED verified false",
                "audit, true, audit, false, CHANGED audit false; ENDED audit false"
            })
    void openEdxHearsWhatItWouldHaveSent(
            @Nullable String beforeMode, @Nullable Boolean beforeActive, String mode, boolean isActive, String events) {
        // When
        var steps = EnrollmentStep.of(
                EnrollmentStep.standing(beforeMode, beforeActive),
                new EnrollmentStep.Standing(mode, isActive),
                "audit");

        // Then
        assertThat(steps.stream()
                        .map(step -> step.kind() + " " + step.mode() + " " + step.isActive())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(events);
    }
}
