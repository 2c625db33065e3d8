package org.laurel.completion.progress;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/**
 * What clients may ask for besides: course {ch1 {a, b, optional o}, ch2 {d, x of no known type, library {oc}}, empty chapter e,
 * optional chapter extra {p, q}}; fields1 completed a, o and p, fields2 a half of it all that counts, fields3 has a role.
 */
@QuarkusTest
class RequestedFieldsApiTest {

    private static final String COURSE = "course-v1:Org+fields+1";
    private static final String V0 = "/api/completion/v0/course/" + COURSE + "/";
    private static final String V1 = "/api/completion/v1/course/" + COURSE + "/";
    private static final String OWN = Tokens.learner("fields1", "fields1");
    private static final Outline OUTLINE = Outline.small(COURSE)
            .block("course", "c", "ch1", "ch2", "e", "extra")
            .block("chapter", "ch1", "a", "b", "o1")
            .block("chapter", "ch2", "d", "x", "o", "split")
            .block("chapter", "extra", "p", "q")
            .block("split_test", "split")
            .blocks("html", "o1", "p", "q")
            .optional("o1")
            .optional("extra");

    @BeforeEach
    void learners() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            Platform platform = new Platform(COURSE);
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                Arrival.send(
                        probe,
                        platform.structure(OUTLINE, 1, 0),
                        platform.completed("fields1", OUTLINE.key("a"), "1", 1),
                        platform.completed("fields1", OUTLINE.key("o1"), "1", 1),
                        platform.completed("fields1", OUTLINE.key("p"), "0.5", 1),
                        platform.completed("fields2", OUTLINE.key("a"), "1", 1),
                        platform.completed("fields2", OUTLINE.key("d"), "1", 1),
                        platform.completed("fields3", OUTLINE.key("a"), "1", 1),
                        platform.role("fields3", "beta_testers", false, true, 1),
                        platform.enrolled("fields4", "fields4", true, 1),
                        platform.enrolled("fields3", "fields3", true, 1),
                        platform.enrolled("fields2", "fields2", true, 1),
                        platform.enrolled("fields1", "fields1", true, 1));
            }
        }
    }

    @Test
    void listsBlocksOfEachTypeInCourseOrder() {
        // When: scenario 21, with the blocks in which nothing is completed too
        ValidatableResponse answer = get(OWN, V0 + "?requested_fields=chapter,,vertical");

        // Then
        answer.statusCode(200)
                .body("chapter.block_key", contains(key("ch1"), key("ch2"), key("e"), key("extra")))
                .body("chapter.usage_key", contains(key("ch1"), key("ch2"), key("e"), key("extra")))
                .body("chapter[0].course_key", equalTo(COURSE), "chapter[0].completion.earned", equalTo(1.0))
                .body("chapter[0].completion.possible", equalTo(2.0), "chapter[0].completion.ratio", equalTo(0.5))
                .body("chapter[2].completion.possible", equalTo(0.0), "chapter[2].completion.percent", equalTo(1.0))
                .body("vertical", empty(), "$", not(hasKey("sequential")), "$", not(hasKey("blocks")))
                .body("$", aMapWithSize(4));
        get(OWN, V0 + "?requested_fields=chapter&requested_fields=vertical").body("$", aMapWithSize(4));
    }

    @Test
    void tellsTheMeanOfAllWhoAreEnrolledWithoutARole() {
        // When
        ValidatableResponse answer = get(OWN, V0 + "?requested_fields=mean");

        // Then
        double expected = (0.25 + 0.5 + 0) / 3;
        answer.statusCode(200).body("mean", closeTo(expected, 1e-12));
        get(OWN, V1 + "?username=fields1&requested_fields=mean").body("results[0].mean", closeTo(expected, 1e-12));
        get(Tokens.staff(), V1 + "?requested_fields=mean").body("results[3].mean", closeTo(expected, 1e-12));
        get(OWN, "/api/completion/v0/course/?requested_fields=mean,username")
                .body("results[0].mean", closeTo(expected, 1e-12), "results[0].username", equalTo("fields1"));
        get(OWN, V0).body("$", not(hasKey("mean")));
    }

    @Test
    void tellsOfOptionalBlocksBesideTheRest() {
        // When
        ValidatableResponse answer =
                get(OWN, V1 + "?username=fields1&include_optional=True&requested_fields=chapter,vertical");

        // Then
        answer.statusCode(200)
                .body("results[0].completion.earned", equalTo(1.0), "results[0].completion.possible", equalTo(4.0))
                .body("results[0].completion.optional.earned", equalTo(1.5))
                .body("results[0].completion.optional.possible", equalTo(3.0))
                .body("results[0].completion.optional.percent", equalTo(0.5))
                .body("results[0].completion.optional.ratio", equalTo(0.5))
                .body("results[0].chapter.completion.optional.earned", contains(1.0, 0.0, 0.0, 0.5))
                .body("results[0].chapter.completion.optional.possible", contains(1.0, 0.0, 0.0, 2.0))
                .body("results[0].chapter[3].completion.possible", equalTo(0.0));
        get(OWN, V1 + "?username=fields1").body("results[0].completion", not(hasKey("optional")));
        get(OWN, V1 + "?username=fields1&include_optional=0").body("results[0].completion", not(hasKey("optional")));
        get(OWN, V1 + "?username=fields1&include_optional=perhaps")
                .statusCode(400)
                .body("error_code", equalTo("invalid_include_optional"));
        get(OWN, "/api/completion/v1/course/?username=fields1&include_optional=true")
                .body("results[0].completion.optional.possible", equalTo(3.0));
        get(OWN, V0 + "?include_optional=true").body("completion", not(hasKey("optional")));
    }

    @Test
    void saysThatNothingIsKnownOfOptionalBlocksBeforeTheStructureIs() {
        // Given
        Platform bare = new Platform("course-v1:Org+fields+bare");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, bare.enrolled("fields5", "fields5", true, 1));
        }

        // When: scenarios 27 and 44
        ValidatableResponse answer = get(
                Tokens.learner("fields5", "fields5"),
                "/api/completion/v1/course/" + bare.course() + "/?username=fields5&include_optional=true");

        // Then
        answer.statusCode(200)
                .body("results[0].completion.earned", equalTo(0.0), "results[0].completion.possible", nullValue())
                .body("results[0].completion.percent", equalTo(0.0))
                .body("results[0].completion.optional.earned", equalTo(0.0))
                .body("results[0].completion.optional.possible", nullValue());
    }

    @Test
    void refusesWhatIsNotOffered() {
        // When: scenarios 32 and 62
        ValidatableResponse answer = get(OWN, V0 + "?requested_fields=INVALID,chapter,course");

        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("invalid_requested_fields"))
                .body("detail", equalTo("Invalid requested_fields value(s): {'INVALID', 'course'}"));
        get(OWN, V0 + "?requested_fields=library_content").statusCode(400);
        get(OWN, V0 + "?requested_fields=html").statusCode(400);
        get(OWN, "/api/completion/v0/course/?requested_fields=x").statusCode(400);
        get(OWN, "/completion-aggregator/v1/course/?username=fields1&requested_fields=x")
                .statusCode(400);
        get(OWN, V0 + "?requested_fields=,,").statusCode(200);
    }

    @Test
    void followsTheRegistryOfBlockTypes() {
        // Given
        Database.current().execute("""
                insert into block_types (version, modes, aggregated, changed_by, cause_id)
                values (900, '{"course": "aggregator", "chapter": "aggregator", "split_test": "aggregator",
                               "html": "completable"}', '{course,split_test}', 'test', 'test')""");
        try {
            // When
            ValidatableResponse answer = get(OWN, V0 + "?requested_fields=split_test");

            // Then
            answer.statusCode(200)
                    .body("split_test.block_key", contains(key("split")))
                    .body("split_test[0].completion.possible", equalTo(0.0))
                    .body("completion.possible", equalTo(3.0));
        } finally {
            Database.current().execute("delete from block_types where version = 900");
        }
    }

    @Test
    void passesOverStoredSumsOfBlocksThatAreNoAggregates() {
        // Given: scenario 47
        Database.current()
                .execute(
                        "insert into block_progress (course_key, learner_id, block_key, earned, possible) "
                                + "values (?, 'fields1', ?, 1000000000, 1)",
                        COURSE,
                        key("d"));

        // When
        ValidatableResponse answer = get(OWN, V0 + "?requested_fields=chapter");

        // Then
        answer.statusCode(200)
                .body("completion.earned", equalTo(1.0), "chapter.completion.earned", contains(1.0, 0.0, 0.0, 0.0));
    }

    private static String key(String id) {
        return OUTLINE.key(id);
    }

    private static ValidatableResponse get(String token, String path) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .auth()
                .oauth2(token)
                .get(path)
                .then();
    }
}
