package org.laurel.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.e2e.Platform.soon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.Topic;
import org.laurel.stack.Stack;
import org.laurel.stack.demo.Attempt;
import org.laurel.stack.demo.CourseRun;
import org.laurel.stack.demo.Learner;
import org.laurel.stack.demo.PlatformFacts;
import org.laurel.stack.demo.SeenEvent;
import org.laurel.stack.event.OutgoingEvent;

/**
 * Who learners are, from the one service that writes it to those that need it: what leaves, in which order, and what never
 * does (enrollment, decision table of replication). Every test goes on where the one before ended; after each of them the
 * list of everything that was ever told of the learner is complete.
 */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SNAPSHOT =
            Set.of("learner_id", "username", "email", "name", "is_active", "version", "changed_at");
    private static final String BASE = "/api/enrollment/v1/";

    private final Platform platform;
    private final Caller service;
    private final CourseRun anatomy;
    private final CourseRun botany;
    private final List<String> told = new ArrayList<>();
    private Learner learner;

    ReplicationTest(Stack stack) {
        platform = Platform.of(stack, List.of(Topic.LEARNERS, Topic.ENROLLMENTS));
        service = Caller.service(stack);
        learner = Learner.of(platform.run(), "rosa", "Rosa Franklin");
        anatomy = CourseRun.of(platform.run(), "Anatomy");
        botany = CourseRun.of(platform.run(), "Botany");
    }

    @AfterAll
    void leave() {
        platform.close();
    }

    @Test
    @Order(1)
    void nothingLeavesOfWhoIsEnrolledNowhereAndThenTheEnrollmentComesFirstWithTheLearnerInside() {
        // Given
        platform.registration().course(anatomy);
        platform.registration().course(botany);
        platform.registration().learner(learner);
        named("Rosalind Franklin");
        service.put(BASE + "learners/" + learner.id() + "/profile", Map.of("bio", "Crystals", "gender", "f"));

        // When
        enrolled(anatomy, "audit");

        // Then
        awaitTold("enrollment 1 anatomy audit true", "preferences 1");
        SeenEvent enrollment = newest(EventCatalogue.ENROLLMENT_CHANGED);
        assertThat(enrollment.at())
                .isBeforeOrEqualTo(
                        newest(EventCatalogue.CERTIFICATE_PREFERENCES_CHANGED).at());
        assertThat(enrollment.body().path("learner").path("name").asText()).isEqualTo("Rosalind Franklin");
        assertThat(names(enrollment.body().path("learner"))).isEqualTo(SNAPSHOT);
    }

    @Test
    @Order(2)
    void aNewNameIsToldOnceForAllCourseRuns() {
        // Given
        enrolled(botany, "audit");

        // When
        named("Rosalind E. Franklin");

        // Then
        awaitTold("enrollment 1 botany audit true", "learner 3");
        assertThat(newest(EventCatalogue.LEARNER_CHANGED).text("name")).isEqualTo("Rosalind E. Franklin");
    }

    @Test
    @Order(3)
    void whatNobodyElseNeedsIsNotTold() {
        // Given
        service.put(BASE + "learners/" + learner.id() + "/profile", Map.of("bio", "Viruses", "gender", "f"));
        platform.registration().learner(learner);

        // When
        platform.publisher().publish(requested(anatomy, "verified", true, Instant.now()));

        // Then
        awaitTold("enrollment 2 anatomy verified true");
    }

    @Test
    @Order(4)
    void theSameFactAgainAndAnOlderOneChangeNothing() {
        // Given
        Instant old = Instant.now().minusSeconds(3_600);
        OutgoingEvent late = requested(anatomy, "audit", false, old);
        OutgoingEvent ended = requested(botany, "audit", false, Instant.now());

        // When
        platform.publisher().publish(late);
        platform.publisher().publish(ended);
        platform.publisher().publish(ended);

        // Then
        awaitTold("enrollment 2 botany audit false");
    }

    @Test
    @Order(5)
    void aNewUsernameReachesEveryReplica() {
        // Given
        Attempt attempt = new Attempt(learner, anatomy, "verified", 2, true, new BigDecimal("0.9"));
        platform.publisher().publish(PlatformFacts.passingStatus(attempt));
        PlatformFacts.completions(attempt).forEach(platform.publisher()::publish);
        awaitHolders(learner);
        Learner before = learner;

        // When
        learner = new Learner(before.nickname(), before.id(), before.username() + "-x", before.fullName());
        platform.registration().learner(learner);

        // Then
        awaitTold("learner 4");
        awaitHolders(learner);
        soon().untilAsserted(() -> {
            assertThat(platform.outcomes().certificate(before, anatomy)).isEmpty();
            assertThat(platform.outcomes().credentials(before)).isEmpty();
        });
    }

    @Test
    @Order(6)
    void whoHasLeftEveryCourseRunIsToldOfNoMoreExceptForCertificates() {
        // Given
        platform.publisher().publish(requested(anatomy, "verified", false, Instant.now()));
        awaitTold("enrollment 3 anatomy verified false");
        named("R. E. Franklin");

        // When
        service.put(
                BASE + "learners/" + learner.id(),
                Map.of(
                        "username", learner.username(),
                        "email", learner.email(),
                        "name", learner.fullName(),
                        "allow_certificate", false));

        // Then
        awaitTold("preferences 2");
    }

    @Test
    @Order(7)
    void noOtherServiceTakesALearnerOrAnEnrollment() {
        for (String base : List.of("/api/certificates/v1/", "/api/programs/v1/", "/api/completion/v1/")) {
            // Given / When
            int learners = service.status("PUT", base + "learners/" + learner.id(), Map.of("username", "mallory"));
            int enrollments = service.status("POST", base + "enrollment", Map.of("user", learner.username()));

            // Then
            assertThat(List.of(learners, enrollments)).as(base).allMatch(status -> status == 404 || status == 405);
        }
    }

    /** Waits until exactly this has been told in addition. */
    private void awaitTold(String... more) {
        told.addAll(List.of(more));
        soon().untilAsserted(
                        () -> assertThat(events().stream().map(this::line)).containsExactlyInAnyOrderElementsOf(told));
    }

    private String line(SeenEvent event) {
        String version = event.text("version");
        if (event.is(EventCatalogue.ENROLLMENT_CHANGED)) {
            String course = event.subject().equals(anatomy.key()) ? "anatomy" : "botany";
            return String.join(" ", "enrollment", version, course, event.text("mode"), event.text("is_active"));
        }
        return (event.is(EventCatalogue.LEARNER_CHANGED) ? "learner " : "preferences ") + version;
    }

    private List<SeenEvent> events() {
        return platform.journal().inOrder();
    }

    /** Of one topic, whose order is given; events of different topics may bear the same millisecond. */
    private SeenEvent newest(EventType<?> type) {
        return events().stream().filter(event -> event.is(type)).toList().getLast();
    }

    /** Waits until certificates, programs and completion all find the learner by the username. */
    private void awaitHolders(Learner holder) {
        soon().untilAsserted(() -> {
            assertThat(platform.outcomes().certificateStatus(holder, anatomy)).isEqualTo("downloadable");
            assertThat(platform.outcomes().credentials(holder)).isNotEmpty();
            assertThat(platform.outcomes().percent(holder, anatomy)).contains(0.5);
        });
    }

    private void named(String fullName) {
        learner = new Learner(learner.nickname(), learner.id(), learner.username(), fullName);
        platform.registration().learner(learner);
    }

    private void enrolled(CourseRun course, String mode) {
        platform.registration().enrollment(new Attempt(learner, course, mode, 0, false, BigDecimal.ZERO));
    }

    private OutgoingEvent requested(CourseRun course, String mode, boolean active, Instant at) {
        return new OutgoingEvent(
                EventCatalogue.ENROLLMENT_REQUESTED,
                learner.id(),
                UUID.randomUUID().toString(),
                PlatformFacts.SOURCE,
                JSON.createObjectNode()
                        .put("learner_id", learner.id())
                        .put("course_key", course.key())
                        .put("mode", mode)
                        .put("is_active", active)
                        .put("occurred_at", at.toString())
                        .putNull("learner"));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
