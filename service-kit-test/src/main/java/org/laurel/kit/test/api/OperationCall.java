package org.laurel.kit.test.api;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for an operation, by REST Assured; redirects are answers, they are not followed.
 *
 * @param path filled in and encoded, with the query if there is one
 * @param token whose request it is, null for an anonymous one
 * @param headers further ones
 */
record OperationCall(
        Operation operation, String path, @Nullable String token, Map<String, String> headers) {

    private static final String FORM = "application/x-www-form-urlencoded";

    OperationCall {
        headers = Map.copyOf(headers);
    }

    static OperationCall of(Operation operation, String path, @Nullable String token) {
        return new OperationCall(operation, path, token, Map.of());
    }

    /** The smallest request that the operation's media types allow. */
    Response send() {
        if (operation.mediaTypes().contains(FORM)) {
            return request().formParam("some", "member").request(operation.method(), path);
        }
        return operation.mediaTypes().isEmpty()
                ? request().request(operation.method(), path)
                : send(operation.mediaTypes().getFirst(), "{}");
    }

    Response send(String mediaType, String body) {
        return request()
                .header("Content-Type", mediaType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .request(operation.method(), path);
    }

    /** The status of an answer and the {@code error_code} of its problem document: {@code 403 forbidden}. */
    static String problem(Response answer) {
        boolean explained = answer.contentType().startsWith("application/problem+json");
        return answer.statusCode() + " "
                + (explained ? answer.jsonPath().getString("error_code") : answer.contentType());
    }

    private RequestSpecification request() {
        RequestSpecification request =
                given().urlEncodingEnabled(false).redirects().follow(false).headers(headers);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
