package org.laurel.programs.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.programs.Story;

/** The scenarios of the award and revocation tasks, as they mean something where no request lies between the services. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class AwardScenarioTest {

    private static final String CREDENTIALS = "laurel.program-credentials";
    private static final String PROGRAM_AWARDED = "org.laurel.program-credential.awarded.v1";
    private static final String PROGRAM_REVOKED = "org.laurel.program-credential.revoked.v1";

    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow(CREDENTIALS);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    private List<ReceivedEvent> programEvents(Story story, int all) {
        return probe.awaitEvents(CREDENTIALS, all, story::isAbout).stream()
                .filter(event -> event.type().contains(".program-credential."))
                .toList();
    }

    @Test
    void awardsTheCompletedProgramsThatAreNotCertifiedYetInOrder() {
        // Given
        Story story = new Story("taskrest");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        story.put(2, List.of(List.of("A"), List.of("B"))).statusCode(201);
        story.put(3, List.of(List.of("B"))).statusCode(201);
        probe.send(story.certificate("A", 1, "downloadable", 10));
        story.awaitCredentials("awarded", 2);
        // When
        probe.send(story.certificate("B", 1, "downloadable", 20));
        // Then
        List<String> inOrder =
                Stream.of(story.program(2), story.program(3)).sorted().toList();
        assertThat(programEvents(story, 5))
                .extracting(event -> event.body().path("program_uuid").asText())
                .containsExactly(story.program(1), inOrder.get(0), inOrder.get(1));
    }

    @Test
    void awardsNothingWhereEverythingIsCertified() {
        // Given
        Story story = new Story("tasknothingleft");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        probe.send(story.certificate("A", 1, "downloadable", 10));
        story.awaitCredentials("awarded", 2);
        // When
        probe.sendAll(List.of(
                story.certificate("A", 2, "downloadable", "verified", 20, Story.at(10)),
                story.certificate("Z", 1, "downloadable", 30)));
        story.awaitCredentials("awarded", 3);
        // Then
        assertThat(programEvents(story, 3)).hasSize(1);
    }

    @Test
    void awardsNoProgramWhereNothingIsCompleted() {
        // Given
        Story story = new Story("taskincomplete");
        story.put(1, List.of(List.of("A"), List.of("B"))).statusCode(201);
        // When
        probe.send(story.certificate("A", 1, "downloadable", 10));
        story.awaitCredentials("awarded", 1);
        // Then
        assertThat(story.credentials("type", "program").getInt("count")).isZero();
        assertThat(Database.current()
                        .value("select count(*) from pending_award where learner_id = ?", story.learnerId()))
                .isEqualTo("0");
    }

    @Test
    void makesNothingOfAnAuditCertificate() {
        // Given
        Story story = new Story("taskaudit");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        // When
        probe.sendAll(List.of(
                story.certificate("A", 1, "audit_passing", "audit", 10, null),
                story.certificate("Z", 1, "downloadable", 20)));
        story.awaitCredentials("awarded", 1);
        // Then
        assertThat(story.credentials().getList("results.credential.course_run_key"))
                .containsExactly(story.course("Z"));
    }

    @Test
    void revokesOnlyTheProgramsOfTheRunThatAreCertified() {
        // Given
        Story story = new Story("tasktworuns");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        story.put(2, List.of(List.of("A"), List.of("B"))).statusCode(201);
        probe.send(story.certificate("A", 1, "downloadable", 10));
        story.awaitCredentials("awarded", 2);
        // When
        probe.send(story.certificate("A", 2, "notpassing", 20));
        // Then
        assertThat(programEvents(story, 4))
                .extracting(
                        ReceivedEvent::type,
                        event -> event.body().path("program_uuid").asText())
                .containsExactly(tuple(PROGRAM_AWARDED, story.program(1)), tuple(PROGRAM_REVOKED, story.program(1)));
    }

    /** Hidden ones too: the source asked for the visible ones only. */
    @Test
    void revokesAProgramThatTheLearnerMayNotSeeYet() {
        // Given
        Story story = new Story("taskhiddenyet");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        probe.send(story.certificate("A", 1, "downloadable", "verified", 10, Instant.parse("9999-01-01T00:00:00Z")));
        story.awaitCredentials("awarded", 2);
        // When
        probe.send(story.certificate("A", 2, "notpassing", 20));
        // Then
        story.awaitCredentials("revoked", 2);
    }
}
