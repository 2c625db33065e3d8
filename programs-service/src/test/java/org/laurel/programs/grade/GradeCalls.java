package org.laurel.programs.grade;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.laurel.programs.People;
import org.laurel.programs.Story;

/** Requests for grades, as platforms make them. */
final class GradeCalls {

    private GradeCalls() {}

    static Story known(String word) {
        Story story = new Story(word);
        People.introduce(story);
        story.put(1, List.of(List.of("A"), List.of("B"))).statusCode(201);
        return story;
    }

    static String body(Story story, String run, String rest) {
        return "{\"username\": \"" + story.username() + "\", \"course_run\": \"" + story.course(run) + "\", " + rest
                + "}";
    }

    static ValidatableResponse post(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/v2/grades/")
                .then();
    }

    static ValidatableResponse send(String method, String token, int id, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .request(method, "/api/v2/grades/{id}/", id)
                .then();
    }
}
