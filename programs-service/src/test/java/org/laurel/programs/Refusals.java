package org.laurel.programs;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;

/** Requests that are refused, and what the refusal has to look like. */
public final class Refusals {

    private Refusals() {}

    /**
     * Sends a request as it is written.
     *
     * @param request method and path: {@code GET /api/programs/v1/programs}
     * @param ifMatch the version that is expected, null for any
     * @param body JSON, null for none
     */
    public static ValidatableResponse send(
            String token, String request, @Nullable String ifMatch, @Nullable String body) {
        String[] line = request.split(" ");
        RequestSpecification sent = given().urlEncodingEnabled(false).auth().oauth2(token);
        if (ifMatch != null) {
            sent.header("If-Match", ifMatch);
        }
        if (body != null) {
            sent.contentType(ContentType.JSON).body(body);
        }
        return sent.request(Method.valueOf(line[0]), line[1]).then();
    }

    /**
     * Checks status and problem document (RFC 9457).
     *
     * @param expected status and error code: {@code 404 program_not_found}
     */
    public static ValidatableResponse assertRefused(ValidatableResponse answer, String expected) {
        String[] words = expected.split(" ");
        int status = Integer.parseInt(words[0]);
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:laurel:problem:" + words[1]))
                .body("status", equalTo(status))
                .body("error_code", equalTo(words[1]))
                .body("title", not(blankOrNullString()))
                .body("detail", not(blankOrNullString()))
                .body("instance", startsWith("/"));
    }
}
