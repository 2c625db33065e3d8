package org.laurel.certificates.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

/** Where completion plays no part, one row says what the newest snapshot was and when the latest of all happened. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CompletionLogTest {

    /** By version: how much is completed, and in which minute. */
    private static final List<String> PERCENTS = List.of("0.3", "0.9", "0.6");

    private static final List<Integer> MINUTES = List.of(10, 30, 20);

    @Inject
    CompletionRecording recording;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 2 3", "1 3 2", "2 1 3", "2 3 1", "3 1 2", "3 2 1", "123", "321", "21 3 1", "3 3 12", "2 31", "3 123",
                "3 32"
            })
    void keepsTheSameRowInWhateverOrderAndBatchesSnapshotsArrive(String batches) {
        // Given
        CaseKey key = new CaseKey(
                new LearnerId("id-log-" + batches.replace(" ", "-")), new CourseKey("course-v1:Org+log+2026"));

        // When
        for (String batch : batches.split(" ")) {
            recording.apply(
                    batch.chars().mapToObj(digit -> progress(key, digit - '0')).toList());
        }

        // Then
        assertThat(Database.current().value("""
                                select concat_ws(' ', percent, version, event_id,
                                                 to_char(occurred_at at time zone 'utc', 'HH24:MI'))
                                from course_completion where learner_id = ?
                                """, key.learnerId().value())).isEqualTo("0.6 3 c3 04:30");
    }

    @Test
    void aVersionThatIsToldAgainLeavesTheRowAsItIs() {
        // Given
        CaseKey key = new CaseKey(new LearnerId("id-log-retold"), new CourseKey("course-v1:Org+log+2026"));
        recording.apply(List.of(progress(key, 2), progress(key, 2, 45, "together")));
        String before = row(key);

        // When
        recording.apply(List.of(progress(key, 2, 50, "again")));

        // Then
        assertThat(row(key)).isEqualTo(before).contains("c2").contains("04:30:00");
    }

    @Test
    void aVersionThatIsToldAgainMovesNoneThatComesWithIt() {
        // Given
        CaseKey key = new CaseKey(new LearnerId("id-log-beside"), new CourseKey("course-v1:Org+log+2026"));
        recording.apply(List.of(progress(key, 2)));

        // When
        recording.apply(List.of(progress(key, 2, 50, "again"), progress(key, 3)));

        // Then
        assertThat(row(key)).startsWith("0.6 3 c3 2026-02-03 04:30:00");
    }

    private static String row(CaseKey key) {
        return String.valueOf(Database.current().value("""
                select concat_ws(' ', percent, version, event_id, occurred_at at time zone 'utc', recorded_at)
                from course_completion where learner_id = ?
                """, key.learnerId().value()));
    }

    private static Progress progress(CaseKey key, int version) {
        return progress(key, version, MINUTES.get(version - 1), "c" + version);
    }

    private static Progress progress(CaseKey key, int version, int minute, String id) {
        FactOrder order = new FactOrder(Story.at(minute), version, Fact.Progressed.KIND, "/completion", id);
        return new Progress(
                key,
                new Fact.Progressed(order, new BigDecimal(PERCENTS.get(version - 1))),
                Cause.of("/completion", id));
    }
}
