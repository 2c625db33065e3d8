package org.laurel.kit.test.api;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Sends the smallest request that an operation's media types allow. */
final class OperationCall {

    private static final String FORM = "application/x-www-form-urlencoded";

    private OperationCall() {}

    /** The status of the answer; redirects are answers, they are not followed. */
    static int status(Operation operation, String path, @Nullable String token) {
        return send(operation, path, token).statusCode();
    }

    /** The status of the answer and the {@code error_code} of its problem document: {@code 403 forbidden}. */
    static String problem(Operation operation, String path, @Nullable String token) {
        Response answer = send(operation, path, token);
        boolean explained = answer.contentType().startsWith("application/problem+json");
        return answer.statusCode() + " "
                + (explained ? answer.jsonPath().getString("error_code") : answer.contentType());
    }

    private static Response send(Operation operation, String path, @Nullable String token) {
        RequestSpecification request =
                given().urlEncodingEnabled(false).redirects().follow(false);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (operation.mediaTypes().contains(FORM)) {
            request.formParam("some", "member");
        } else if (!operation.mediaTypes().isEmpty()) {
            request.header("Content-Type", operation.mediaTypes().getFirst())
                    .body("{}".getBytes(StandardCharsets.UTF_8));
        }
        return request.request(operation.method(), path);
    }
}
