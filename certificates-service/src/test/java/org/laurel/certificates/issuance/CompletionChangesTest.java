package org.laurel.certificates.issuance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.course.app.RunPolicySetting;
import org.laurel.certificates.course.domain.CatalogueFacts;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.RunPolicyChange;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** Thresholds that are set, raised, lifted and taken away while learners go on, from Kafka to Kafka. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CompletionChangesTest {

    private static final String CERTIFICATES = "laurel.certificates";
    private static final String AWARDED = "org.laurel.course-cert.awarded.v1";
    private static final String REVOKED = "org.laurel.course-cert.revoked.v1";

    @Inject
    RunPolicySetting policies;

    private KafkaProbe probe;

    @BeforeEach
    void listen() {
        probe = KafkaProbe.fromNow(CERTIFICATES);
    }

    @AfterEach
    void leave() {
        probe.close();
    }

    @Test
    void aThresholdDecidesOnThoseWhoReachedItBeforeAndOnNobodyElse() {
        // Given
        Story above = new Story("known-above", "completion-known");
        Story below = new Story("known-below", "completion-known");
        tell(above, false, "0.9");
        tell(below, false, "0.5");

        // When
        patch(above, "{\"completion_threshold\": 0.8, \"completion_requires_passing\": false}");

        // Then
        awaitAward(above);
        awaitJobs(above);
        assertThat(status(below)).isNull();
    }

    @Test
    void theGradeThatIsNoLongerNeededIsMissedByNobodyAndNeededAgainItTakesNothingBack() {
        // Given
        Story story = new Story("completion-toggle");
        threshold(story, false);
        tell(story, false, "0.9");
        awaitFolded(story);
        assertThat(status(story)).isNull();

        // When
        patch(story, "{\"completion_requires_passing\": false}");

        // Then
        awaitAward(story);
        patch(story, "{\"completion_requires_passing\": true}");
        awaitJobs(story);
        assertThat(status(story)).isEqualTo("downloadable");
        assertThat(types(story)).doesNotContain(REVOKED);
    }

    @Test
    void aRaisedThresholdTakesNoFileBack() {
        // Given
        Story holder = new Story("pdf-holder", "completion-pdf-raised");
        threshold(holder, true);
        tell(holder, true, "0.9");
        awaitAward(holder);

        // When
        patch(holder, "{\"completion_threshold\": 0.95}");

        // Then
        awaitJobs(holder);
        assertThat(status(holder)).isEqualTo("downloadable");
        assertThat(types(holder)).doesNotContain(REVOKED);
    }

    @Test
    void aRemovedThresholdLetsFilesBeMadeForThoseWhoPass() {
        // Given
        Story passing = new Story("pdf-passing", "completion-pdf-removed");
        Story failing = new Story("pdf-failing", "completion-pdf-removed");
        threshold(passing, true);
        tell(passing, true, "0.5");
        tell(failing, false, "0.9");
        awaitFolded(passing);
        awaitFolded(failing);

        // When
        patch(passing, "{\"completion_threshold\": null}");

        // Then
        awaitAward(passing);
        awaitJobs(passing);
        assertThat(status(failing)).isNull();
    }

    @Test
    void aSnapshotThatIsToldAgainIsTheSameWhateverItsIdAndTime() {
        // Given
        Story story = new Story("completion-retold");
        threshold(story, false);
        tell(story, true, "0.9");
        awaitAward(story);

        // When
        probe.send(story.completed("0.9", 1, 50));

        // Then
        probe.send(story.completed("0.95", 2, 60));
        await().atMost(KafkaProbe.PATIENCE)
                .until(() ->
                        "2".equals(value("select completion_version::text from standing where learner_id = ?", story)));
        assertThat(value(
                        "select string_agg(sequence || ' ' || to_char(occurred_at at time zone 'utc', 'HH24:MI'), ', '"
                                + " order by sequence) from standing_fact where percent is not null and learner_id = ?",
                        story))
                .isEqualTo("1 04:20, 2 05:00");
    }

    /** Both the grade and 80 % are needed from the start. */
    private void threshold(Story story, boolean pdf) {
        policies.apply(List.of(new RunPolicyChange(
                new CourseKey(story.course()),
                Story.at(0),
                null,
                pdf,
                null,
                null,
                null,
                null,
                CatalogueFacts.NONE,
                new CompletionRule.Change(new BigDecimal("0.8"), true),
                Set.of(),
                Cause.of("test", "threshold"))));
    }

    /** The learner is enrolled, is graded, and has completed a part after 20 minutes. */
    private void tell(Story story, boolean passing, String completed) {
        probe.send(story.courseRun());
        probe.send(story.enrolled("verified", 1, 10));
        probe.send(story.passing(passing, passing ? "0.9" : "0.2", 11));
        probe.send(story.completed(completed, 1, 20));
        await().atMost(KafkaProbe.PATIENCE).until(() -> "true".equals(value("""
                select exists (select 1 from standing_fact f where f.learner_id = l.id and f.passing is not null)
                   and (exists (select 1 from course_completion c where c.learner_id = l.id)
                     or exists (select 1 from standing_fact f where f.learner_id = l.id and f.percent is not null))
                from (select ?::text as id) l
                """, story)));
    }

    private void awaitAward(Story story) {
        probe.awaitEvent(
                CERTIFICATES, event -> story.isAbout(event) && event.type().equals(AWARDED));
    }

    private List<String> types(Story story) {
        return probe.received(CERTIFICATES).stream()
                .filter(story::isAbout)
                .map(ReceivedEvent::type)
                .toList();
    }

    private static void awaitFolded(Story story) {
        await().atMost(KafkaProbe.PATIENCE)
                .until(() ->
                        value("select completion_version::text from standing where learner_id = ?", story) != null);
    }

    private static void awaitJobs(Story story) {
        await().atMost(KafkaProbe.PATIENCE)
                .until(() -> "0"
                        .equals(Database.current()
                                .value(
                                        "select count(*) from job where subject = ? and state in ('waiting', 'running')",
                                        story.course())));
    }

    private static @Nullable String status(Story story) {
        return value("select (select status from certificate where learner_id = ?)", story);
    }

    private static @Nullable String value(String statement, Story story) {
        return Database.current().value(statement, story.learnerId());
    }

    private static void patch(Story story, String body) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(body)
                .patch("/api/certificates/v1/course-runs/{c}/settings", story.course())
                .then()
                .statusCode(200);
    }
}
