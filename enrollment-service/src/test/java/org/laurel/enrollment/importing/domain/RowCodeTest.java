package org.laurel.enrollment.importing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.enrollment.domain.Refusal;
import org.laurel.enrollment.learner.domain.Objection;

class RowCodeTest {

    /** What imported enrollments are refused for; the other reasons are for requests. */
    static Stream<Refusal> refusals() {
        return Stream.of(Refusal.LEARNER_UNKNOWN, Refusal.COURSE_UNKNOWN, Refusal.MODE_NOT_OFFERED);
    }

    @ParameterizedTest
    @EnumSource
    void saysByTheSameNameWhatSpeaksAgainstAnAccount(Objection objection) {
        assertThat(RowCode.of(objection.code()).slug()).isEqualTo(objection.code());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysByTheSameNameWhyAnEnrollmentIsRefused(Refusal refusal) {
        assertThat(RowCode.of(refusal.code()).slug()).isEqualTo(refusal.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"year_of_birth", "gender", "level_of_education", "country", "meta"})
    void hasACodeForEachOfTheseMembersOfAProfile(String member) {
        assertThat(RowCode.ofProfile(member).slug()).isEqualTo(member + "_unfit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "phone_number", "bio", "social_links", "language_proficiencies", "never heard of"})
    void hasOneCodeForAllOtherMembersOfAProfile(String member) {
        assertThat(RowCode.ofProfile(member)).isEqualTo(RowCode.PROFILE_UNFIT);
    }

    @ParameterizedTest
    @EnumSource
    void survivesReports(RowCode code) {
        // Given
        String outcome = RowOutcome.refused(code);

        // When
        RowCode read = RowOutcome.code(outcome);

        // Then
        assertThat(read).isEqualTo(code);
        assertThat(RowOutcome.isRefused(outcome)).isTrue();
    }
}
