package org.laurel.programs.catalogue;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.laurel.kit.test.Tokens;

/** Calls of the catalogue's resources by staff. */
public final class Calls {

    /** Below this lies everything. */
    public static final String BASE = "/api/programs/v1/";

    private Calls() {}

    /** A uuid that belongs to a word. */
    public static String uuid(String word) {
        return UUID.nameUUIDFromBytes(word.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** A request of staff. */
    public static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff()).contentType("application/json");
    }

    /** A request of a learner. */
    public static RequestSpecification learner() {
        return given().auth().oauth2(Tokens.learner("id-reader", "reader")).contentType("application/json");
    }

    /** Puts a document, and says which version is expected unless that is empty. */
    public static ValidatableResponse put(String path, String document, String ifMatch) {
        RequestSpecification request = staff().body(document);
        return (ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch))
                .put(BASE + path)
                .then();
    }

    /** Puts a document. */
    public static ValidatableResponse put(String path, String document) {
        return put(path, document, "");
    }

    /** Reads. */
    public static ValidatableResponse get(String path, Object... query) {
        RequestSpecification request = staff();
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(String.valueOf(query[i]), query[i + 1]);
        }
        return request.get(BASE + path).then();
    }

    /** Deletes, and says which version is expected unless that is empty. */
    public static ValidatableResponse delete(String path, String ifMatch) {
        RequestSpecification request = given().auth().oauth2(Tokens.staff());
        return (ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch))
                .delete(BASE + path)
                .then();
    }
}
