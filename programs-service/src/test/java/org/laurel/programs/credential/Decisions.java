package org.laurel.programs.credential;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Decisions of staff about a story's credentials, by REST. */
final class Decisions {

    private static final String PATH = "/api/v2/credentials/";

    private Decisions() {}

    /** Posts a program credential with further members. */
    static ValidatableResponse program(Story story, int number, String more) {
        return post("""
                {"username": "%s", "credential": {"program_uuid": "%s"}%s}
                """.formatted(story.username(), story.program(number), more));
    }

    /** Posts a course credential with further members. */
    static ValidatableResponse run(Story story, String run, String more) {
        return post("""
                {"username": "%s", "credential": {"course_run_key": "%s", "mode": "verified"}%s}
                """.formatted(story.username(), story.course(run), more));
    }

    static ValidatableResponse post(String body) {
        return post(Tokens.staff(), body);
    }

    static ValidatableResponse post(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then();
    }

    static ValidatableResponse change(String method, String uuid, String body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(body)
                .request(method, PATH + uuid + "/")
                .then();
    }

    static ValidatableResponse delete(String uuid) {
        return given().auth().oauth2(Tokens.staff()).delete(PATH + uuid + "/").then();
    }

    static ValidatableResponse get(String uuid) {
        return given().auth().oauth2(Tokens.staff()).get(PATH + uuid + "/").then();
    }

    /** Takes the decision about a credential back. */
    static ValidatableResponse withdraw(String uuid) {
        return given().auth().oauth2(Tokens.staff()).delete(decision(uuid)).then();
    }

    static String decision(String uuid) {
        return "/api/programs/v1/credentials/" + uuid + "/decision";
    }
}
