package org.laurel.certificates.generation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.certificates.generation.domain.Candidates.Wording;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.events.key.LearnerId;

/** Scenario 72. */
class CandidatesTest {

    static Stream<Arguments> inputs() {
        return Stream.of(
                arguments(Map.of(), "All Learners", "All learners"),
                arguments(Map.of("student_set", "all_allowlisted"), "Granted Exceptions", "For exceptions"),
                arguments(Map.of("student_set", "all"), "All Learners", "All learners"),
                arguments(Map.of("student_set", "all", "passing_only", true), "All Learners", "All learners"),
                arguments(Map.of("students", "all"), "All Learners", "All learners"),
                arguments(Map.of("student_set", "specific_student"), "Granted Exceptions", "For exceptions"),
                arguments(Map.of("students", List.of(1)), "Granted Exceptions", "For exceptions"),
                arguments(
                        Map.of("statuses_to_regenerate", List.of("downloadable", "error", "zzz")),
                        "Received, Error State",
                        "already received, error states"),
                arguments(
                        Map.of("statuses_to_regenerate", List.of("audit_notpassing", "unverified")),
                        "Audit - Not Passing, Not verified",
                        "audit not passing states, Not verified"),
                arguments(Map.of("statuses_to_regenerate", List.of("zzz")), "", ""),
                arguments(
                        Map.of("statuses_to_regenerate", List.of(), "student_set", "x"),
                        "Granted Exceptions",
                        "For exceptions"),
                arguments(
                        Map.of("statuses_to_regenerate", List.of("error"), "learners", 3),
                        "Error State",
                        "error states"),
                arguments(Map.of("learners", 3), "Listed learners", "Listed learners"),
                arguments(Map.of("passing_only", true), "All Learners", "All learners"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void tellsWhomARunWasAbout(Map<String, ?> input, String today, String older) {
        assertThat(Candidates.text(input, Wording.TODAY)).isEqualTo(today);
        assertThat(Candidates.text(input, Wording.OLDER)).isEqualTo(older);
    }

    @ParameterizedTest
    @EnumSource(CertificateStatus.class)
    void hasANameForEveryStatus(CertificateStatus status) {
        var input = Selector.of(List.of(status)).input();
        assertThat(Candidates.text(input, Wording.TODAY)).isEqualTo(status.readableName());
        assertThat(Candidates.text(input, Wording.OLDER)).isNotBlank();
    }

    static Stream<Selector> selectors() {
        return Stream.of(
                Selector.REGULAR,
                Selector.of(LearnerSet.ALL),
                Selector.of(LearnerSet.ALLOWLISTED_NOT_GENERATED),
                Selector.of(new LearnerId("42")),
                Selector.of(List.of(CertificateStatus.ERROR, CertificateStatus.DOWNLOADABLE)),
                new Selector(LearnerSet.LISTED, null, 7, List.of(CertificateStatus.ERROR), true));
    }

    @ParameterizedTest
    @MethodSource("selectors")
    void theHistoryKeepsAllOfASelector(Selector selector) {
        assertThat(Selector.of(selector.input())).isEqualTo(selector);
    }
}
