package org.laurel.bridge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.bridge.Bus.at;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.bridge.identity.domain.Attempt;
import org.laurel.bridge.identity.domain.Attempt.Status;
import org.laurel.bridge.identity.domain.Verification;
import org.laurel.events.key.LearnerId;

class VerificationTest {

    private static final LearnerId LEARNER = new LearnerId("7");

    static Stream<Arguments> attempts() {
        return Stream.of(
                Arguments.of("only begun", "none", List.of(attempt(1, Status.CREATED, 1, null))),
                Arguments.of("handed in", "pending", List.of(attempt(1, Status.PENDING, 1, null))),
                Arguments.of(
                        "begun again after a denial",
                        "denied",
                        List.of(attempt(1, Status.DENIED, 1, null), attempt(2, Status.CREATED, 2, null))),
                Arguments.of(
                        "handed in again after a denial",
                        "pending",
                        List.of(attempt(1, Status.DENIED, 1, null), attempt(2, Status.PENDING, 2, null))),
                Arguments.of(
                        "an approval that never ends and a later attempt",
                        "approved",
                        List.of(attempt(1, Status.APPROVED, 1, null), attempt(2, Status.PENDING, 2, null))),
                Arguments.of(
                        "an approval and a later denial of another attempt",
                        "approved",
                        List.of(attempt(1, Status.APPROVED, 1, at(60)), attempt(2, Status.DENIED, 2, null))),
                Arguments.of(
                        "an approval that has ended and a later attempt",
                        "pending",
                        List.of(attempt(1, Status.APPROVED, 1, at(2)), attempt(2, Status.PENDING, 3, null))),
                Arguments.of(
                        "an approval that ended before it was told",
                        "expired",
                        List.of(attempt(1, Status.APPROVED, 3, at(2)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attempts")
    void anApprovalThatHoldsBeatsEverythingElse(String story, String status, List<Attempt> attempts) {
        // When
        Verification outcome = Verification.of(attempts);

        // Then
        assertThat(outcome.status()).as(story).isEqualTo(status);
        assertThat(Verification.of(attempts.reversed())).isEqualTo(outcome);
    }

    @Test
    void ofTwoApprovalsTheOneThatHoldsLongerCounts() {
        // When
        Verification outcome = Verification.of(
                List.of(attempt(1, Status.APPROVED, 1, at(90)), attempt(2, Status.APPROVED, 2, at(60))));

        // Then
        assertThat(outcome.expiresAt()).isEqualTo(at(90));
        assertThat(outcome.asOf()).isEqualTo(at(2));
    }

    private static Attempt attempt(long number, Status status, int minute, @Nullable Instant expiresAt) {
        return new Attempt(LEARNER, number, status, expiresAt, at(minute));
    }
}
