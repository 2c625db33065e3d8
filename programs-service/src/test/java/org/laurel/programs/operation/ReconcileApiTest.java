package org.laurel.programs.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Programs and credentials are told once more, as they were told last. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ReconcileApiTest {

    private static final String CREDENTIALS = "laurel.program-credentials";
    private static final String PROGRAMS = "laurel.programs";

    private final Story story = new Story("reconciled");

    @Test
    void tellsTheCredentialsOfACourseRunUnderTheirVersions() {
        try (KafkaProbe probe = KafkaProbe.fromNow(CREDENTIALS, PROGRAMS)) {
            // Given
            story.put(1, List.of(List.of("A"))).statusCode(201);
            probe.send(story.certificate("A", 1, "downloadable", 10));
            List<ReceivedEvent> first = probe.awaitEvents(CREDENTIALS, 2, story::isAbout);
            ReceivedEvent program = probe.awaitEvent(PROGRAMS, this::isProgram);
            String rows = rows();

            // When
            int job = reconcile(Map.of("course_key", story.course("A")));

            // Then
            assertThat(done(job))
                    .containsEntry("programs", 1)
                    .containsEntry("course_credentials", 1)
                    .containsEntry("program_credentials", 1);
            List<ReceivedEvent> all = probe.awaitEvents(CREDENTIALS, 4, story::isAbout);
            first.forEach(event -> assertThat(all.subList(2, 4))
                    .filteredOn(again -> again.type().equals(event.type()))
                    .singleElement()
                    .satisfies(again -> {
                        assertThat(again.body()).isEqualTo(event.body());
                        assertThat(again.id()).isNotEqualTo(event.id());
                    }));
            assertThat(probe.awaitEvents(PROGRAMS, 2, this::isProgram).getLast().body())
                    .isEqualTo(program.body());
            assertThat(rows()).isEqualTo(rows);
        }
    }

    @Test
    void credentialsThatNoLongerHoldAreToldAsRevoked() {
        Story taken = new Story("told-revoked");
        try (KafkaProbe probe = KafkaProbe.fromNow(CREDENTIALS)) {
            // Given
            taken.put(1, List.of(List.of("A"))).statusCode(201);
            probe.send(taken.certificate("A", 1, "downloadable", 10));
            probe.awaitEvents(CREDENTIALS, 2, taken::isAbout);
            probe.send(taken.certificate("A", 2, "notpassing", 20));
            List<ReceivedEvent> last =
                    probe.awaitEvents(CREDENTIALS, 4, taken::isAbout).subList(2, 4);

            // When
            int job = reconcile(Map.of("learner_ids", List.of(taken.learnerId())));

            // Then
            assertThat(done(job)).containsEntry("course_credentials", 1).containsEntry("program_credentials", 1);
            Database.current().awaitEmptyOutbox();
            List<ReceivedEvent> all = probe.awaitEvents(CREDENTIALS, 6, taken::isAbout);
            assertThat(all.subList(4, all.size()))
                    .extracting(ReceivedEvent::type, event -> event.body().toString())
                    .containsExactlyInAnyOrderElementsOf(last.stream()
                            .map(event -> tuple(event.type(), event.body().toString()))
                            .toList());
            assertThat(last).extracting(ReceivedEvent::type).allMatch(type -> type.endsWith(".revoked.v1"));
        }
    }

    @Test
    void aCredentialThatWentBeforeAnybodyWasToldIsNotToldOf() {
        Story late = new Story("told-never");
        try (KafkaProbe probe = KafkaProbe.fromNow(CREDENTIALS)) {
            // Given
            late.put(1, List.of(List.of("A"))).statusCode(201);
            probe.send(late.certificate("A", 2, "notpassing", 20));
            probe.send(late.certificate("A", 1, "downloadable", 10));
            late.awaitCredentials("revoked", 1);

            // When
            int job = reconcile(Map.of("learner_ids", List.of(late.learnerId())));

            // Then
            assertThat(done(job)).containsEntry("course_credentials", 0).containsEntry("program_credentials", 0);
            Database.current().awaitEmptyOutbox();
            assertThat(probe.received(CREDENTIALS)).noneMatch(late::isAbout);
        }
    }

    @Test
    void aCertificateThatIsFirstHeardOfWhenItIsToldAgainCounts() {
        Story missed = new Story("told-first");
        try (KafkaProbe probe = KafkaProbe.fromNow(CREDENTIALS)) {
            // Given
            missed.put(1, List.of(List.of("A"))).statusCode(201);

            // When
            probe.send(asToldAgain(missed.certificate("A", 3, "downloadable", 10), "downloadable"));

            // Then
            assertThat(probe.awaitEvents(CREDENTIALS, 2, missed::isAbout))
                    .extracting(ReceivedEvent::type)
                    .allMatch(type -> type.endsWith(".awarded.v1"));
            probe.send(asToldAgain(missed.certificate("A", 5, "notpassing", 20), "notpassing"));
            assertThat(probe.awaitEvents(CREDENTIALS, 4, missed::isAbout).subList(2, 4))
                    .extracting(ReceivedEvent::type)
                    .allMatch(type -> type.endsWith(".revoked.v1"));
        }
    }

    @Test
    void aCertificateThatIsToldAgainUnderAnotherIdChangesNothing() {
        Story again = new Story("told-again");
        try (KafkaProbe probe = KafkaProbe.fromNow(CREDENTIALS)) {
            // Given
            again.put(1, List.of(List.of("A"))).statusCode(201);
            probe.send(again.certificate("A", 1, "downloadable", 10));
            probe.awaitEvents(CREDENTIALS, 2, again::isAbout);
            String before = rows(again);

            // When
            String id = probe.send(asToldAgain(again.certificate("A", 1, "downloadable", 10), "downloadable"));

            // Then
            await().atMost(KafkaProbe.PATIENCE)
                    .until(() -> Database.current().number("select count(*) from inbox where event_id = ?", id) == 1);
            Database.current().awaitEmptyOutbox();
            assertThat(rows(again)).isEqualTo(before);
            assertThat(probe.received(CREDENTIALS)).filteredOn(again::isAbout).hasSize(2);
        }
    }

    /** What was before is what is. */
    private static PlatformEvent asToldAgain(PlatformEvent certificate, String status) {
        return certificate
                .withJson(certificate
                        .json()
                        .replace("\"previous_status\": null", "\"previous_status\": \"" + status + "\""))
                .withHeaders(Map.of("ce_correlationid", "reconcile:7"));
    }

    private boolean isProgram(ReceivedEvent event) {
        return story.program(1).equals(event.key());
    }

    private String rows() {
        return rows(story);
    }

    private static String rows(Story of) {
        return Database.current().query("""
                        select t::text from course_credential_history t where learner_id = ?
                        union all select t::text from program_credential_history t where learner_id = ? order by 1
                        """, of.learnerId(), of.learnerId()).toString();
    }

    private static int reconcile(Map<String, ?> body) {
        return staff().contentType("application/json")
                .body(body)
                .post("/api/programs/ops/reconcile")
                .then()
                .statusCode(202)
                .extract()
                .path("job_id");
    }

    private static Map<String, Integer> done(int job) {
        String path = "/api/programs/ops/jobs/" + job;
        await().atMost(KafkaProbe.PATIENCE)
                .until(() -> staff().get(path).path("state").equals("done"));
        return staff().get(path).path("counts");
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff());
    }
}
