package org.laurel.enrollment.importing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.laurel.kit.test.Tokens;

/** Sends imports and waits for their reports. */
public final class Imports {

    public static final String PATH = "/api/enrollment/v1/imports";
    public static final String NDJSON = "application/x-ndjson";
    public static final String CSV = "text/csv";
    public static final String ZIP = "application/zip";

    private static final Set<String> ENDED = Set.of("done", "cancelled", "failed");

    private Imports() {}

    /** Sends a file in one request. */
    public static ValidatableResponse send(String type, String query, String body) {
        return send(type, query, body.getBytes(StandardCharsets.UTF_8));
    }

    public static ValidatableResponse send(String type, String query, byte[] body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(NDJSON, ContentType.TEXT)
                                .encodeContentTypeAs(ZIP, ContentType.BINARY)))
                .contentType(type)
                .body(body)
                .post(PATH + query)
                .then();
    }

    /** Sends a file in one request and waits until it is worked off. */
    public static ValidatableResponse imported(String type, String query, String body) {
        return ended(
                send(type, query, body).statusCode(202).extract().jsonPath().getLong("id"));
    }

    /** Waits until an import has ended. */
    public static ValidatableResponse ended(long id) {
        return await("import " + id)
                .atMost(Duration.ofMinutes(3))
                .until(
                        () -> get("/" + id),
                        answer -> answer.extract().statusCode() == 200
                                && ENDED.contains(answer.extract().<String>path("state")));
    }

    /** What became of the rows of an import. */
    public static ValidatableResponse rows(ValidatableResponse report, String query) {
        return get("/" + report.extract().jsonPath().getLong("id") + "/rows" + query);
    }

    /** Asks as staff. */
    public static ValidatableResponse get(String path) {
        return given().auth().oauth2(Tokens.staff()).get(PATH + path).then();
    }

    /** Sends a part of a CSV file. */
    static ValidatableResponse part(long id, int number, int line, String body) {
        return given().auth()
                .oauth2(Tokens.service())
                .contentType(CSV + "; charset=UTF-8")
                .body(body)
                .post(PATH + "/" + id + "/parts?n=" + number + "&first_line=" + line)
                .then();
    }

    /** Opens an import that takes parts. */
    static long open(String query) {
        return post(query).statusCode(201).extract().jsonPath().getLong("id");
    }

    /** Posts without a body. */
    static ValidatableResponse post(String path) {
        return given().auth().oauth2(Tokens.service()).post(PATH + path).then();
    }
}
