package org.laurel.completion.verification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

/** A course run of the small outline, and verifications of it. */
public record VerificationWorld(String course) {

    static final String PATH = "/api/completion/v1/verifications";
    private static final Cause CAUSE = Cause.of("test", "verification");

    public Outline outline() {
        return Outline.small(course);
    }

    public String key(String id) {
        return outline().key(id);
    }

    /** Publishes the outline; learners of these names are enrolled and complete block a, half of b, and d. */
    public void begin(String... learners) {
        Platform platform = new Platform(course);
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, platform.structure(outline(), 1, 0));
            for (String learner : learners) {
                Arrival.send(
                        probe,
                        platform.enrolled(learner, learner, true, 1),
                        platform.completed(learner, key("a"), "1", 2),
                        platform.completed(learner, key("b"), "0.5", 3),
                        platform.completed(learner, key("d"), "1", 4));
            }
        }
        Arrival.awaitJobs();
    }

    public void tell(PlatformEvent... facts) {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, facts);
        }
    }

    /** Many learners who completed block a, and are not enrolled. */
    public void crowd(int learners) {
        CDI.current()
                .select(ProgressAccounting.class)
                .get()
                .apply(IntStream.range(0, learners)
                        .<ProgressCommand>mapToObj(i -> new ProgressCommand.Submit(
                                new CourseLearner(outline().courseKey(), new LearnerId(course + "-" + i)),
                                key("a"),
                                Units.ONE,
                                new FactOrder(Platform.at(1), FactOrder.NO_SEQUENCE, 0, "/test", "crowd"),
                                false,
                                CAUSE))
                        .toList());
    }

    /** How many learners and numbers of this course run are left different. */
    public long left() {
        return Database.current()
                .number("select coalesce(sum(differences), 0) from verification_left where course_key = ?", course);
    }

    static ValidatableResponse post(Map<String, ?> body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then();
    }

    /** Starts a verification and waits for its end. */
    static JsonPath verified(Map<String, ?> body) {
        long id = post(body).statusCode(202).extract().jsonPath().getLong("id");
        return ended(id);
    }

    static JsonPath ended(long id) {
        await("verification " + id)
                .atMost(KafkaProbe.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> List.of("done", "cancelled").contains(get(id).getString("state")));
        return get(id);
    }

    static JsonPath get(long id) {
        return given().auth()
                .oauth2(Tokens.staff())
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public JsonPath verified() {
        return verified(Map.of("course_key", course));
    }

    public JsonPath repaired() {
        return verified(Map.of("course_key", course, "repair", true));
    }
}
