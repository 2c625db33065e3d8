package org.laurel.bridge.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laurel.bridge.Bus.at;
import static org.laurel.bridge.Bus.user;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.Bus;
import org.laurel.bridge.openedx.event.CourseData;
import org.laurel.bridge.openedx.event.ExamAttemptData;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.openedx.event.PersistentCourseGradeData;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;

/** What cannot be understood is parked with its reason, or counted, and nothing waits behind it. */
@BridgeTest
class UnreadableTest {

    private static final String GRADES = "laurel.grades";
    private static final CourseData COURSE = new CourseData("course-v1:DemoX+Bad+2026", "", null, null);

    @Inject
    MeterRegistry metrics;

    @ParameterizedTest
    @CsvSource({
        "ce_id, '', no_id",
        "ce_id, not-a-uuid, bad_id",
        "ce_type, '', no_type",
        "ce_time, yesterday, bad_time",
        "ce_time, 2999-01-01T00:00:00+00:00, clock_ahead"
    })
    void aRecordWithABadHeaderIsParkedAndTheNextFlowsOn(String header, String value, String code) {
        try (KafkaProbe probe = KafkaProbe.fromNow(GRADES)) {
            // Given
            long before = parked(code);

            // When
            grade(2001, 0.5).with(header, value).by(probe);
            grade(2002, 0.5).by(probe);

            // Then
            probe.awaitEvent(GRADES, event -> "2002".equals(event.key()));
            await().atMost(KafkaProbe.PATIENCE).until(() -> parked(code) == before + 1);
            assertThat(probe.received(GRADES)).noneMatch(event -> "2001".equals(event.key()));
        }
    }

    @Test
    void twoTypesInOneRecordAreParked() {
        try (KafkaProbe probe = KafkaProbe.fromNow(GRADES)) {
            // Given
            long before = parked("repeated_header");
            ProducerRecord<byte[], byte[]> twice = grade(2003, 0.5).record();
            twice.headers().add("ce_type", "org.openedx.other.v1".getBytes(StandardCharsets.UTF_8));

            // When
            probe.sendRaw(twice);

            // Then
            await().atMost(KafkaProbe.PATIENCE).until(() -> parked("repeated_header") == before + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-03T04:05:06Z",
                "2026-02-03T04:05:06.123456789Z",
                "2026-02-03T04:05:06.5",
                "2026-02-03T05:05:06.500+01:00"
            })
    void timesOfOtherProducersAreUnderstood(String time) {
        try (KafkaProbe probe = KafkaProbe.fromNow(GRADES)) {
            // When
            grade(2004, 0.5).with("ce_time", time).by(probe);

            // Then
            assertThat(probe.awaitEvent(GRADES, event -> "2004".equals(event.key()))
                            .body()
                            .path("occurred_at")
                            .asText())
                    .startsWith("2026-02-03T04:05:06");
        }
    }

    @Test
    void aTruncatedBodyAndAValueOutsideTheContractAreParked() {
        try (KafkaProbe probe = KafkaProbe.fromNow(GRADES)) {
            // Given
            long truncated = parked("bad_avro");
            long outside = parked("bad_body");
            Bus.Sent whole = grade(2005, 0.5);

            // When
            whole.with(Arrays.copyOf(whole.value(), whole.value().length - 3)).by(probe);
            grade(2005, 1.5).by(probe);
            grade(2005, 1).by(probe);

            // Then
            probe.awaitEvent(GRADES, event -> "2005".equals(event.key()));
            await().atMost(KafkaProbe.PATIENCE).until(() -> parked("bad_avro") == truncated + 1);
            await().atMost(KafkaProbe.PATIENCE).until(() -> parked("bad_body") == outside + 1);
        }
    }

    @Test
    void typesWithoutAUseAreCountedAndNotParked() {
        try (KafkaProbe probe = KafkaProbe.fromNow(GRADES)) {
            // Given
            long parked = Database.current().parkedEvents();
            List<OpenEdxEvent<ExamAttemptData>> exams = List.of(
                    OpenEdxEvents.EXAM_ATTEMPT_SUBMITTED,
                    OpenEdxEvents.EXAM_ATTEMPT_VERIFIED,
                    OpenEdxEvents.EXAM_ATTEMPT_ERRORED,
                    OpenEdxEvents.EXAM_ATTEMPT_RESET);
            List<Double> before = ignored(exams);
            double unknown = ignored("other");

            // When
            exams.forEach(exam -> Bus.send(
                    probe, exam, new ExamAttemptData(user(2006), COURSE.courseKey(), "block", "timed", null), at(0)));
            grade(2006, 0.5)
                    .with("ce_type", "org.openedx.learning.badge.awarded.v1")
                    .with("sourcelib", "11.2.0rc1")
                    .with("ce_id", "17")
                    .with(new byte[70_000])
                    .by(probe);

            // Then
            await().atMost(KafkaProbe.PATIENCE).untilAsserted(() -> {
                assertThat(ignored(exams))
                        .containsExactlyElementsOf(
                                before.stream().map(count -> count + 1).toList());
                assertThat(ignored("other")).isEqualTo(unknown + 1);
            });
            assertThat(Database.current().parkedEvents()).isEqualTo(parked);
        }
    }

    @Test
    void aServiceOfTheSiteThatHasOurNameIsHeardAndLabelsNoMetricOfItsOwn() {
        try (KafkaProbe probe = KafkaProbe.fromNow(GRADES)) {
            // Given
            double unknown = ignored("other");

            // When
            grade(2007, 0.5)
                    .with("ce_source", "openedx/laurel/web")
                    .with("ce_type", "org.openedx.made.up.v1")
                    .by(probe);
            grade(2007, 0.5).with("ce_source", "openedx/laurel/web").by(probe);

            // Then
            probe.awaitEvent(GRADES, event -> "2007".equals(event.key()));
            await().atMost(KafkaProbe.PATIENCE).until(() -> ignored("other") == unknown + 1);
            assertThat(ignored("org.openedx.made.up.v1")).isZero();
        }
    }

    @Test
    void aFrameWithoutASchemaIdIsParkedAndTheNextFlowsOn() {
        try (KafkaProbe probe = KafkaProbe.fromNow(GRADES)) {
            // Given
            long before = parked("bad_frame");

            // When
            grade(2008, 0.5).with(new byte[] {0, -1, -1, -1, -1}).by(probe);
            grade(2008, 0.5).by(probe);

            // Then
            probe.awaitEvent(GRADES, event -> "2008".equals(event.key()));
            await().atMost(KafkaProbe.PATIENCE).until(() -> parked("bad_frame") == before + 1);
        }
    }

    private List<Double> ignored(List<OpenEdxEvent<ExamAttemptData>> types) {
        return types.stream().map(type -> ignored(type.type())).toList();
    }

    private double ignored(String type) {
        return metrics.find("laurel.openedx.ignored").tag("type", type).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    private static Bus.Sent grade(long user, double percent) {
        return Bus.sent(
                OpenEdxEvents.GRADE_SUMMARY_CHANGED,
                new PersistentCourseGradeData(user, COURSE, at(0), "v", "hash", percent, "B", at(1)),
                at(0));
    }

    private static long parked(String code) {
        return Database.current().number("select count(*) from parked_event where code = ?", code);
    }
}
