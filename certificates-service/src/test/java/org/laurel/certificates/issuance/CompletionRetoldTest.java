package org.laurel.certificates.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.course.app.RunPolicySetting;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.RunPolicyChange;
import org.laurel.certificates.generation.Auditorium;
import org.laurel.certificates.issuance.app.CompletionRecording;
import org.laurel.certificates.issuance.app.CompletionRecording.Progress;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.StatementCount;

/** Of one version the first snapshot that is told counts; told again it costs no rows and moves no dates. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CompletionRetoldTest {

    @Inject
    Auditorium auditorium;

    @Inject
    RunPolicySetting policies;

    @Inject
    CompletionRecording recording;

    @Inject
    StatementCount statements;

    @Test
    void whatWasKeptBeforeTheFirstThresholdIsNoNewFactWhenItIsToldAgain() {
        // Given
        CaseKey key = enrolled("retold-kept");
        recording.apply(List.of(progress(key, "0.4", 1, 20, "first")));
        threshold(key.courseKey());

        // When
        recording.apply(List.of(progress(key, "0.4", 1, 50, "again")));

        // Then
        recording.apply(List.of(progress(key, "0.9", 2, 30, "next")));
        assertThat(facts(key)).isEqualTo("2 next 04:30");
        assertThat(value("select to_char(created_at at time zone 'utc', 'HH24:MI') from certificate", key))
                .isEqualTo("04:30");
    }

    @Test
    void oneOfTwoThatComeTogetherIsAFact() {
        // Given
        CaseKey key = enrolled("retold-together");
        threshold(key.courseKey());

        // When
        recording.apply(List.of(
                progress(key, "0.4", 1, 20, "first"),
                progress(key, "0.4", 1, 50, "again"),
                progress(key, "0.9", 2, 30, "next")));

        // Then
        assertThat(facts(key)).isEqualTo("1 first 04:20, 2 next 04:30");
        assertThat(value("select to_char(created_at at time zone 'utc', 'HH24:MI') from certificate", key))
                .isEqualTo("04:30");
    }

    @Test
    void whatIsKnownIsDroppedBeforeAnythingIsFolded() {
        // Given
        List<Progress> kept = new ArrayList<>();
        List<Progress> again = new ArrayList<>();
        CaseKey first = enrolled("retold-many");
        for (int number = 0; number < 30; number++) {
            CaseKey key = new CaseKey(new LearnerId("id-retold-many-" + number), first.courseKey());
            kept.add(progress(key, "0.4", 1, 20, "first-" + number));
            again.add(progress(key, "0.4", number % 2 + 1, 50, "again-" + number));
        }
        recording.apply(kept);
        threshold(first.courseKey());
        recording.apply(again);

        // When
        long taken = statements.during(() -> recording.apply(again));

        // Then
        assertThat(taken)
                .as("locks, course runs, and one to see that all is known")
                .isLessThanOrEqualTo(4);
    }

    /** A learner who fails where completion alone will count. */
    private CaseKey enrolled(String word) {
        CourseKey course = auditorium.openAutomatic(word);
        return new CaseKey(auditorium.enroll(course, word, 1, false).getFirst(), course);
    }

    private void threshold(CourseKey course) {
        policies.apply(List.of(RunPolicyChange.ofCompletion(
                course,
                Story.at(0),
                new CompletionRule.Change(new BigDecimal("0.8"), false),
                Set.of(),
                Cause.of("test", "threshold"))));
    }

    private static Progress progress(CaseKey key, String percent, int version, int minute, String id) {
        FactOrder order = new FactOrder(Story.at(minute), version, Fact.Progressed.KIND, "/completion", id);
        return new Progress(key, new Fact.Progressed(order, new BigDecimal(percent)), Cause.of("/completion", id));
    }

    private static @Nullable String facts(CaseKey key) {
        return value(
                "select string_agg(concat_ws(' ', sequence, event_id, to_char(occurred_at at time zone 'utc', 'HH24:MI')),"
                        + " ', ' order by occurred_at) filter (where percent is not null) from standing_fact",
                key);
    }

    private static @Nullable String value(String select, CaseKey key) {
        return Database.current()
                .value(select + " where learner_id = ?", key.learnerId().value());
    }
}
