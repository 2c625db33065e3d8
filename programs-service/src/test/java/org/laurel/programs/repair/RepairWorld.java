package org.laurel.programs.repair;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/** What happens to everybody at once, by REST as staff do it, and what is seen of a learner afterwards. */
record RepairWorld(RepairStory story) {

    private static final String API = "/api/programs/v1/";

    /** Program 3 asks for some of three courses, the third in another mode. */
    void askForSome(int number) {
        String courses = "ABC"
                .chars()
                .mapToObj(run -> """
                {"key": "%1$s-%2$s", "title": "%2$s", "course_runs": [{"key": "%3$s", "type": "%4$s"}]}
                """.formatted(
                                story.story().word(),
                                (char) run,
                                story.story().course(String.valueOf((char) run)),
                                run == 'C' ? "honor" : "verified"))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        story.story().put(3, """
                {"title": "Some", "type_attrs": {"slug": "micromasters"}, "status": "active", "courses": [%1$s],
                 "requirements": [{"type": "n_of", "n": %2$d, "courses": ["%3$s-A", "%3$s-B", "%3$s-C"]}]}
                """.formatted(courses, number, story.story().word()));
    }

    UUID program(int number) {
        return UUID.fromString(story.story().program(number));
    }

    static void site(boolean credentials, List<UUID> without) {
        Map<String, Object> settings =
                Map.of("credentials_enabled", credentials, "programs_without_certificates", without);
        expect(200, staff().body(Map.of("configuration", settings)).put(API + "site-configuration"));
    }

    void configure(int program, boolean active) {
        expect(
                200,
                staff().body(Map.of("is_active", active))
                        .patch(API + "programs/{uuid}/certificate-configuration", program(program)));
    }

    /** Staff say from when a run shows. */
    void date(String run, String date) {
        Map<String, Object> body = Map.of(
                "course_id",
                story.story().course(run),
                "certificate_type",
                "verified",
                "certificate_available_date",
                date,
                "is_active",
                true);
        expect(201, staff().body(body).post("/api/v2/course_certificates/"));
    }

    /** Staff decide the same for several learners; a program that waits for its configuration is refused for all of them. */
    void decide(List<String> learners, Map<String, Object> subject, String status) {
        List<Map<String, Object>> credentials = learners.stream()
                .map(learner ->
                        Map.<String, Object>of("username", "user-" + learner, "credential", subject, "status", status))
                .toList();
        expect(200, staff().body(Map.of("credentials", credentials)).post(API + "credentials/bulk"));
    }

    /** Takes back all that staff decided about the learner. */
    static void withdraw(String learner) {
        Database.current()
                .query("""
                        select c.credential_uuid from credential_order o
                        join (select learner_id, course_key, null as program_uuid, credential_uuid from course_credential
                              union all
                              select learner_id, null, program_uuid, credential_uuid from program_credential) c
                          on c.learner_id = o.learner_id
                         and (c.course_key = o.course_key or c.program_uuid = o.program_uuid)
                        where o.learner_id = ? and o.status <> 'automatic'
                        """, learner)
                .forEach(row ->
                        expect(200, staff().delete(API + "credentials/{uuid}/decision", row.get("credential_uuid"))));
    }

    static void awaitJobs() {
        await("jobs done")
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> Database.current()
                        .query("select 1 from job where state in ('waiting', 'running')")
                        .isEmpty());
    }

    /** What holds and what waits, with the dates that others see, by what it is for. */
    static Map<String, String> seen(String learner) {
        return what(learner, true);
    }

    /** The same, whether or not something stands in the way. */
    static Map<String, String> earned(String learner) {
        return what(learner, false);
    }

    private static Map<String, String> what(String learner, boolean made) {
        Map<String, String> what = new TreeMap<>();
        Database.current()
                .query("""
                        select c.course_key as subject, c.mode || ' ' || coalesce(c.available_at, c.first_awarded_at) as how,
                               coalesce(' shows ' || o.date, '') as more
                        from course_credential c left join credential_date_override o using (credential_uuid)
                        where c.learner_id = ? and c.status = 'awarded'
                        union all
                        select program_uuid::text, available_at::text, ''
                        from program_credential where learner_id = ? and status = 'awarded'
                        union all
                        select subject, coalesce(mode || ' ', '') || coalesce(available_at, first_earned_at), ' waits ' || obstacle
                        from pending_award p where learner_id = ?
                            and not exists (select from credential_order o where o.learner_id = p.learner_id
                                and o.subject = p.subject and o.status <> 'automatic')
                        """, learner, learner, learner)
                .forEach(row -> what.merge(
                        String.valueOf(row.get("subject")),
                        row.get("how") + (made ? String.valueOf(row.get("more")) : ""),
                        (one, other) -> one + " and " + other));
        return what;
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff()).contentType("application/json");
    }

    private static void expect(int status, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    }
}
