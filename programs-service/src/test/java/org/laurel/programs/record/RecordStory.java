package org.laurel.programs.record;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.People;
import org.laurel.programs.Story;

/** A learner with certificates and grades in the courses of a program. */
record RecordStory(Story story) {

    /** The story's learner is known, and its first program has these courses, each a list of runs. */
    static RecordStory of(String word, List<List<String>> courses) {
        Story story = new Story(word);
        People.introduce(story);
        RecordStory record = new RecordStory(story);
        record.define(1, courses);
        return record;
    }

    /** Puts one of the story's programs, with those who give it and its courses. */
    RecordStory define(int number, List<List<String>> courses) {
        String document = story.document(number, courses)
                .replace(
                        "\"status\": \"active\"",
                        "\"status\": \"active\", \"authoring_organizations\": "
                                + "[{\"key\": \"Org%s\", \"name\": \"University of %s\"}]"
                                        .formatted(story.word(), story.word()))
                .replace(
                        "\"title\": \"Course\"",
                        "\"title\": \"Course\", \"owners\": [{\"key\": \"O\", \"name\": \"School\"}]");
        story.put(number, document);
        return this;
    }

    /** Certificates in these runs, one for each minute from 10 on; waits until their credentials are awarded. */
    RecordStory certified(int credentials, String... runs) {
        List<PlatformEvent> events = new ArrayList<>();
        for (int i = 0; i < runs.length; i++) {
            events.add(story.certificate(runs[i], 1, "downloadable", 10 + i));
        }
        tell(events);
        story.awaitCredentials("awarded", credentials);
        return this;
    }

    /** A certificate that may be seen from a time on; waits until there are this many credentials. */
    RecordStory certifiedFrom(int credentials, String run, Instant availableAt) {
        tell(List.of(story.certificate(run, 1, "downloadable", "verified", 10, availableAt)));
        story.awaitCredentials("awarded", credentials);
        return this;
    }

    /** A grade of a run, told by a request. */
    RecordStory graded(String run, String percent, String letter, int minute) {
        given().auth()
                .oauth2(Tokens.service())
                .contentType("application/json")
                .body("""
                        {"username": "%s", "course_run": "%s", "percent_grade": %s, "letter_grade": "%s",
                         "lms_last_updated_at": "%s"}""".formatted(story.username(), story.course(run), percent, letter, Story.at(minute)))
                .post("/api/v2/grades/")
                .then()
                .statusCode(201);
        return this;
    }

    /** A pathway to which the story's first program leads; returns its number. */
    long pathway(long number, String type, String status, @Nullable String email) {
        Database.current()
                .execute(
                        """
                        insert into pathway (pathway_id, uuid, name, org_name, email, pathway_type, status, program_uuids, version,
                                             created_at, modified_at, changed_by, cause_id)
                        values (?, ?::uuid, ?, 'Partner', ?, ?, ?, array[?::uuid], 1, now(), now(), '/test', 'c')
                        """,
                        number,
                        UUID.randomUUID().toString(),
                        "Pathway " + number,
                        email,
                        type,
                        status,
                        story.program(1));
        Database.current()
                .execute(
                        "insert into pathway_program (pathway_id, program_uuid, position) values (?, ?::uuid, 0)",
                        number,
                        story.program(1));
        return number;
    }

    /** The record of the first program as the learner reads it. */
    ValidatableResponse read() {
        return given().auth()
                .oauth2(story.token())
                .get("/records/api/v1/program_records/{uuid}/", story.program(1))
                .then();
    }

    /** Shares the record of the first program and returns the answer. */
    ValidatableResponse share(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"username\": \"" + story.username() + "\"}")
                .post("/records/programs/{hex}/share", hex(story.program(1)))
                .then();
    }

    /** Shares the record of the first program and returns the path of its link. */
    String shared() {
        String url = share(story.token()).extract().path("url");
        return url.substring(url.indexOf("/records/"));
    }

    /** Sends the record of the first program and returns the answer. */
    ValidatableResponse send(String token, Object pathway) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"username\": \"" + story.username() + "\", \"pathway_id\": " + pathway + "}")
                .post("/records/programs/{hex}/send", hex(story.program(1)))
                .then();
    }

    static String hex(String uuid) {
        return uuid.replace("-", "");
    }

    private static void tell(List<PlatformEvent> events) {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.programs")) {
            probe.sendAll(events);
        }
    }
}
