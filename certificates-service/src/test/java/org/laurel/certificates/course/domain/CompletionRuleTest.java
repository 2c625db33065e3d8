package org.laurel.certificates.course.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

class CompletionRuleTest {

    private static final Instant NOW = Instant.parse("2026-02-04T04:00:00Z");
    private static final CourseKey RUN = new CourseKey("course-v1:Org+Intro+2026");

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        // completed, threshold, enough
        "0.8,    0.8,    true",
        "0.80,   0.8,    true",
        "0.7999, 0.8,    false",
        "1,      1,      true",
        "0.9999, 1,      false",
        "0,      0.0001, false",
        ",       0.1,    false",
        ",       ,       true",
        "0,      ,       true"
    })
    void isReachedFromTheThresholdOn(@Nullable BigDecimal completed, @Nullable BigDecimal threshold, boolean enough) {
        assertThat(new CompletionRule(threshold, true).isReachedBy(completed)).isEqualTo(enough);
    }

    @ParameterizedTest(name = "threshold {0}, passing {1}: counts {2}, needs passing {3}")
    @CsvSource({", true, false, true", ", false, false, true", "0.8, true, true, true", "0.8, false, true, false"})
    void withoutAThresholdThePassingGradeIsAlwaysNeeded(
            @Nullable BigDecimal threshold, boolean requiresPassing, boolean counts, boolean needsPassing) {
        CompletionRule rule = new CompletionRule(threshold, requiresPassing);

        assertThat(rule.counts()).isEqualTo(counts);
        assertThat(rule.needsPassing()).isEqualTo(needsPassing);
    }

    @ParameterizedTest
    @CsvSource({"0.8, 80 %", "0.79999, 79.99 %", "1, 100 %", "0, 0 %", "0.0001, 0.01 %", "0.875, 87.5 %"})
    void whatIsNotEnoughDoesNotLookLikeIt(BigDecimal fraction, String words) {
        assertThat(CompletionRule.inWords(fraction)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3} {4}")
    @CsvSource({
        // new threshold, new passing, cleared, threshold, passing
        ",    ,     false, 0.8, false",
        "0.9, ,     false, 0.9, false",
        ",    true, false, 0.8, true",
        "0.9, true, true,  ,    true",
        ",    ,     true,  ,    false"
    })
    void aChangeLeavesWhatItDoesNotName(
            @Nullable BigDecimal threshold,
            @Nullable Boolean passing,
            boolean cleared,
            @Nullable BigDecimal thenThreshold,
            boolean thenPassing) {
        // Given
        RunPolicy before = policy(new CompletionRule(new BigDecimal("0.8"), false));
        Set<String> clears = cleared ? Set.of("completion_threshold") : Set.of();

        // When
        RunPolicy after = RunPolicyChange.ofCompletion(
                        RUN, NOW, new CompletionRule.Change(threshold, passing), clears, Cause.of("staff", "request"))
                .applyTo(before);

        // Then
        assertThat(after.completion()).isEqualTo(new CompletionRule(thenThreshold, thenPassing));
        assertThat(after.withSelfGeneration(true, NOW).completion()).isEqualTo(after.completion());
        assertThat(after.decidesLike(before)).isEqualTo(after.completion().equals(before.completion()));
        assertThat(after.judgesLike(before)).isEqualTo(after.completion().equals(before.completion()));
    }

    @Test
    void aNumberInAnotherFormIsNoChange() {
        RunPolicy before = policy(new CompletionRule(new BigDecimal("0.8"), true));

        assertThat(policy(new CompletionRule(new BigDecimal("0.80"), true)).decidesLike(before))
                .isTrue();
    }

    private static RunPolicy policy(CompletionRule completion) {
        return new RunPolicy(4, NOW, null, false, false, false, null, null, CatalogueFacts.NONE, completion);
    }
}
