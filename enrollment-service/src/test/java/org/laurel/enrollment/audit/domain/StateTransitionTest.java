package org.laurel.enrollment.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTransitionTest {

    @ParameterizedTest
    @CsvSource({
        "UNENROLLED, ALLOWED, from unenrolled to allowed to enroll",
        "ALLOWED, ENROLLED, from allowed to enroll to enrolled",
        "ENROLLED, ENROLLED, from enrolled to enrolled",
        "ENROLLED, UNENROLLED, from enrolled to unenrolled",
        "UNENROLLED, ENROLLED, from unenrolled to enrolled",
        "ALLOWED, UNENROLLED, from allowed to enroll to unenrolled",
        "UNENROLLED, UNENROLLED, from unenrolled to unenrolled",
        "ALLOWED, ALLOWED, N/A"
    })
    void namesWhatHappened(EnrollmentState before, EnrollmentState after, String text) {
        // Given the states above
        // When
        StateTransition transition = StateTransition.of(before, after);

        // Then
        assertThat(transition.text()).isEqualTo(text);
    }
}
