package org.laurel.programs.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.programs.catalogue.Calls.delete;
import static org.laurel.programs.catalogue.Calls.get;
import static org.laurel.programs.catalogue.Calls.learner;
import static org.laurel.programs.catalogue.Calls.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Versions of a program, and its end. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ProgramLifeTest {

    private static final String PROGRAMS = "laurel.programs";

    @Test
    void tellsTheVersionAndSparesWhoeverHasIt() {
        // Given
        String path = path(new Story("life-tag"));
        put(path, "{\"title\": \"One\"}").statusCode(201).header("ETag", "\"1\"");
        put(path, "{\"title\": \"Two\"}", "\"1\"").statusCode(200).header("ETag", "\"2\"");

        // When
        var unchanged = given().auth()
                .oauth2(Tokens.staff())
                .header("If-None-Match", "\"2\"")
                .get(Calls.BASE + path);

        // Then
        unchanged.then().statusCode(304);
        get(path).statusCode(200).header("ETag", "\"2\"").body("title", equalTo("Two"));
        put(path, "{\"title\": \"Two\"}", "\"2\", \"7\"").statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void refusesAnotherVersionThanTheExpectedOne() {
        // Given
        Story story = new Story("life-stale");
        put(path(story), "{\"title\": \"One\"}").statusCode(201);

        // When
        var stale = put(path(story), "{\"title\": \"Two\"}", "\"9\"");

        // Then
        stale.statusCode(412).body("error_code", equalTo("version_changed"));
        put("programs/" + story.program(2), "{\"title\": \"Two\"}", "*").statusCode(412);
        put(path(story), "{\"title\": \"Two\"}", "nonsense").statusCode(412);
        delete(path(story), "\"9\"").statusCode(412);
        get(path(story)).body("title", equalTo("One"));
    }

    @Test
    void deletesByStatusAndToldOnce() {
        // Given
        Story story = new Story("life-delete");
        put(path(story), "{\"title\": \"Gone\", \"extra\": [1.50]}").statusCode(201);
        Database.current().awaitEmptyOutbox();
        try (KafkaProbe probe = KafkaProbe.fromNow(PROGRAMS)) {
            // When
            delete(path(story), "\"1\"").statusCode(204);
            delete(path(story), "").statusCode(204);
            put(path(story), "{\"title\": \"Gone\", \"extra\": [1.50]}").statusCode(200);

            // Then
            List<ReceivedEvent> events =
                    probe.awaitEvents(PROGRAMS, 2, received -> story.program(1).equals(received.key()));
            assertThat(events)
                    .extracting(event -> event.body().path("status").asText()
                            + event.body().path("version").asText())
                    .containsExactly("deleted2", "active3");
        }
    }

    @Test
    void staysReadableWhenItIsDeletedAndTakesNothingFromLearners() {
        // Given
        Story story = new Story("life-kept");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow(PROGRAMS)) {
            probe.send(story.certificate("A", 1, "downloadable", 1));
            story.awaitCredentials("awarded", 2);

            // When
            var deleted = delete(path(story), "");

            // Then
            deleted.statusCode(204);
        }
        get(path(story)).statusCode(200).body("status", equalTo("deleted"), "courses.size()", equalTo(1));
        assertThat(story.credentials("status", "awarded").getInt("count")).isEqualTo(2);
    }

    @Test
    void showsEveryVersionOnce() {
        // Given
        Story story = new Story("life-history");
        put(path(story), "{\"title\": \"One\"}").statusCode(201);
        put(path(story), "{\"title\": \"Two\"}").statusCode(200);
        put(path(story), "{\"title\": \"Two\"}").statusCode(200);
        delete(path(story), "").statusCode(204);
        // what erasing a person does to a row that is about something else
        Database.current()
                .execute("update program set changed_by = 'somebody' where program_uuid = ?::uuid", story.program(1));

        // When
        var history = get(path(story) + "/history");

        // Then
        history.statusCode(200)
                .body(
                        "results.version",
                        contains(3, 2, 1),
                        "results.operation",
                        contains("changed", "changed", "created"),
                        "results.document.title",
                        contains("Two", "Two", "One"),
                        "results.document.status",
                        contains("deleted", null, null),
                        "results[0].changed_by",
                        equalTo("staff"),
                        "next_cursor",
                        nullValue());
    }

    @Test
    void answersForUnknownProgramsAndForLearnersWhoWrite() {
        String path = path(new Story("life-unknown"));
        delete(path, "").statusCode(404).body("error_code", equalTo("program_not_found"));
        get(path + "/history").statusCode(404);
        delete("programs/x", "").statusCode(400).body("error_code", equalTo("invalid_uuid"));
        learner().delete(Calls.BASE + path).then().statusCode(403);
        learner().get(Calls.BASE + path + "/history").then().statusCode(403);
    }

    private static String path(Story story) {
        return "programs/" + story.program(1);
    }
}
