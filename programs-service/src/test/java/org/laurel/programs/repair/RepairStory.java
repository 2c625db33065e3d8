package org.laurel.programs.repair;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laurel.programs.Story.at;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;
import org.laurel.programs.credential.app.CredentialKeeping;
import org.laurel.programs.credential.db.CertificateLog;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.TakeCertificate;
import org.laurel.programs.learner.db.LearnerDirectory;
import org.laurel.programs.learner.domain.Learner;

/** Programs of a word of its own, learners with facts that were acted on or not, and repairs. */
record RepairStory(Story story) {

    private static final String REPAIRS = "/api/programs/v1/repairs";

    static RepairStory of(String word) {
        return new RepairStory(
                new Story(word + "-" + UUID.randomUUID().toString().substring(0, 8)));
    }

    /** Program 1 of one course with the run A. */
    RepairStory withProgram() {
        story.put(1, List.of(List.of("A"))).statusCode(201);
        return this;
    }

    String learner(int number) {
        return "%s-%04d".formatted(story.word(), number);
    }

    UUID program() {
        return UUID.fromString(story.program(1));
    }

    /** A certificate that was granted in a run. */
    TakeCertificate granted(int number, String run) {
        return taken(learner(number), run, new CertificateVersion(1, "downloadable", "verified", at(3), at(1)));
    }

    TakeCertificate taken(String learnerId, String run, CertificateVersion version) {
        LearnerId id = new LearnerId(learnerId);
        return new TakeCertificate(
                new CaseKey(id, new CourseKey(story.course(run))),
                version,
                new Learner(id, "user-" + id, id + "@example.org", "Name", true, 1, at(0)),
                Cause.of("test/certificates", UUID.randomUUID().toString()));
    }

    /** Takes certificates in as the service does. */
    static void live(List<TakeCertificate> facts) {
        CDI.current().select(CredentialKeeping.class).get().apply(facts);
    }

    /** Keeps the facts, and does nothing of what follows from them. */
    static void factsOnly(List<TakeCertificate> facts) {
        QuarkusTransaction.requiringNew().run(() -> {
            CDI.current()
                    .select(LearnerDirectory.class)
                    .get()
                    .save(facts.stream().map(TakeCertificate::learner).toList());
            CDI.current().select(CertificateLog.class).get().append(facts);
        });
    }

    /** A program credential that holds for no reason. */
    void unfounded(int number, String reason) {
        Database.current().execute("""
                        insert into program_credential (credential_uuid, learner_id, program_uuid, status, available_at, reason,
                                                        created_at, modified_at, automatic_status, automatic_available_at,
                                                        automatic_reason, automatic_created_at, automatic_modified_at,
                                                        version, changed_by, cause_id)
                        select gen_random_uuid(), ?, ?::uuid, 'awarded', t.at, ?, t.at, t.at, 'awarded', t.at, ?, t.at, t.at, 1,
                               'test/x', 'test'
                        from (select ?::timestamptz as at) t
                        """, learner(number), story.program(1), reason, reason, at(1).toString());
    }

    /** Staff decide about a learner's credential for the program. */
    void staffSay(int number, String status) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(Map.of(
                        "username",
                        "user-" + learner(number),
                        "status",
                        status,
                        "credential",
                        Map.of("program_uuid", story.program(1))))
                .post("/api/v2/credentials/")
                .then()
                .statusCode(201);
    }

    /** The program's certificate is not configured. */
    void withoutConfiguration() {
        given().auth()
                .oauth2(Tokens.staff())
                .delete("/api/programs/v1/programs/{uuid}/certificate-configuration", story.program(1))
                .then()
                .statusCode(200);
    }

    static ValidatableResponse post(String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(REPAIRS)
                .then();
    }

    static ValidatableResponse get(long id) {
        return given().auth().oauth2(Tokens.staff()).get(REPAIRS + "/" + id).then();
    }

    static ValidatableResponse steer(long id, String verb) {
        return given().auth()
                .oauth2(Tokens.staff())
                .post(REPAIRS + "/" + id + "/" + verb)
                .then();
    }

    /** A repair of the story's program that does what it says; with more members. */
    long start(Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of("programs", List.of(program()), "dry_run", false));
        for (int i = 0; i < more.length; i += 2) {
            body.put(String.valueOf(more[i]), more[i + 1]);
        }
        body.values().removeIf(List.of()::equals);
        return started(body);
    }

    static long started(Map<String, ?> body) {
        return post(Tokens.staff(), body).statusCode(202).extract().jsonPath().getLong("repair.id");
    }

    /** Waits for the end of a repair and returns it. */
    static JsonPath ended(long id) {
        await("repair " + id)
                .atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> assertThat(
                                get(id).statusCode(200).extract().jsonPath().getString("state"))
                        .isIn("done", "cancelled", "failed"));
        return get(id).extract().jsonPath();
    }

    /** The program credentials that hold, by program, with the time from which each may be seen. */
    static Map<String, String> held(String learnerId) {
        return Database.current().query("""
                        select program_uuid, available_at from program_credential
                        where learner_id = ? and status = 'awarded'
                        """, learnerId).stream()
                .collect(Collectors.toMap(
                        row -> String.valueOf(row.get("program_uuid")),
                        row -> String.valueOf(row.get("available_at"))));
    }

    /** Everything that is stored of a learner's credentials, their versions included. */
    static String stored(String learnerId) {
        return String.valueOf(Database.current().value("""
                        select coalesce((select string_agg(c::text, ' ' order by course_key) from course_credential c
                                         where learner_id = ?), '') || '/'
                            || coalesce((select string_agg(p::text, ' ' order by program_uuid) from program_credential p
                                         where learner_id = ?), '')
                        """, learnerId, learnerId));
    }
}
