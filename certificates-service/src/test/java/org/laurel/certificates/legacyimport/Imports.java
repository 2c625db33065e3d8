package org.laurel.certificates.legacyimport;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.laurel.kit.test.Tokens;

/** Sends imports and waits for their reports. */
public final class Imports {

    public static final String PATH = "/api/certificates/v1/imports";
    public static final String NDJSON = "application/x-ndjson";
    public static final String CSV = "text/csv";

    private static final Set<String> ENDED = Set.of("done", "cancelled", "failed");

    private Imports() {}

    /** Sends a file in one request. */
    public static ValidatableResponse send(String type, String query, String body) {
        return send(type, query, body.getBytes(StandardCharsets.UTF_8));
    }

    static ValidatableResponse send(String type, String query, byte[] body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(NDJSON, io.restassured.http.ContentType.TEXT)
                                .encodeContentTypeAs("application/jsonl", io.restassured.http.ContentType.TEXT)))
                .contentType(type)
                .body(body)
                .post(PATH + query)
                .then();
    }

    /** Sends a file in one request and waits until it is worked off. */
    public static ValidatableResponse imported(String type, String query, String body) {
        long id = send(type, query, body).statusCode(202).extract().jsonPath().getLong("id");
        return ended(id);
    }

    /** Waits until an import has ended. */
    static ValidatableResponse ended(long id) {
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> given().auth().oauth2(Tokens.staff()).get(PATH + "/" + id), Imports::tellsTheEnd)
                .then();
    }

    private static boolean tellsTheEnd(Response report) {
        return report.statusCode() == 200 && ENDED.contains(report.jsonPath().getString("state"));
    }

    /** A row as JSON, of a certificate that was created in 2012. */
    static String row(String learner, String course, String status, String uuid, Instant modifiedAt) {
        return """
                {"learner_id": "%s", "course_key": "%s", "status": "%s", "mode": "honor", "grade": "0.9", "name": "Old Name",
                 "verify_uuid": "%s", "created_at": "2012-08-01T10:00:00Z", "modified_at": "%s"}""".replace("\n", "").formatted(learner, course, status, uuid, modifiedAt);
    }

    /** A public id made of a word. */
    public static String uuid(String word) {
        return String.format("%032x", new java.math.BigInteger(1, word.getBytes(StandardCharsets.UTF_8)));
    }
}
