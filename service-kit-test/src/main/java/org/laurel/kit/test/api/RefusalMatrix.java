package org.laurel.kit.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Tokens;

/**
 * Sends every operation of a service's OpenAPI document what it cannot take: bodies that cannot be read, of another kind, too
 * large or with one wrong member, parameters of the wrong form, an {@code Idempotency-Key} that is used already. Each is
 * refused with the status and the {@code error_code} that the kit gives, none with a 5xx. A service has one subclass,
 * annotated with {@code @QuarkusTest}.
 */
public abstract class RefusalMatrix extends OperationMatrix {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> CONVERTED = Set.of("uuid", "date", "date-time");
    private static final String UNREADABLE = "no-such-value";

    /** The token of somebody who may call the operation: staff, where a subclass knows no better. */
    protected String token(Operation operation) {
        return Tokens.staff();
    }

    /** Operations that look at their JSON item by item or later, as method and path template: they have tests of their own. */
    protected Set<String> operationsThatTakeAnyShape() {
        return Set.of();
    }

    /** Nothing is told of a body that is for something that is not there. */
    @Test
    public void bodiesOfAnotherKindAreRefused() {
        List<String> otherwise = withBodies()
                .map(operation -> operation.name() + ": "
                        + OperationCall.problem(call(operation).send("application/x-unknown", "{}")))
                .filter(answer -> !answer.endsWith(": 415 unsupported_media_type") && !answer.contains(": 404 "))
                .toList();
        assertThat(otherwise).isEmpty();
    }

    /** Nothing is told of a body that is for something that is not there. */
    @Test
    public void bodiesThatAreNoJsonAreRefused() {
        List<String> otherwise = withJson()
                .flatMap(operation -> json(operation)
                        .map(body -> call(operation).send(body.getKey(), "{\""))
                        .map(answer -> operation.name() + ": " + OperationCall.problem(answer)))
                .filter(answer -> !answer.endsWith(": 400 unreadable_body") && !answer.contains(": 404 "))
                .toList();
        assertThat(otherwise).isEmpty();
    }

    @Test
    public void bodiesThatAreTooLargeAreRefused() {
        List<String> otherwise = withBodies()
                .map(operation ->
                        operation.name() + ": " + LargeBody.problem(operation, path(operation), token(operation)))
                .filter(answer -> !answer.contains(": 413 "))
                .toList();
        assertThat(otherwise).isEmpty();
    }

    @Test
    public void bodiesWithOneWrongMemberAreRefused() {
        List<String> otherwise = new ArrayList<>();
        withJson()
                .forEach(operation -> json(operation)
                        .forEach(body -> body.getValue().faults().forEach(fault -> {
                            String problem =
                                    OperationCall.problem(call(operation).send(body.getKey(), fault.body()));
                            if (!problem.matches("4\\d\\d [a-z_-]+")) {
                                otherwise.add(operation.name() + " " + fault.where() + ": " + problem);
                            }
                        })));
        assertThat(otherwise).isEmpty();
    }

    @Test
    public void parametersOfAnotherFormAreRefused() {
        List<String> otherwise = new ArrayList<>();
        for (Operation operation : operations()) {
            addressesWith(UNREADABLE, operation, RefusalMatrix::isConverted).forEach(path -> {
                String problem = OperationCall.problem(
                        OperationCall.of(operation, path, token(operation)).send());
                if (!problem.startsWith("400 ") && !problem.startsWith("404 ")) {
                    otherwise.add(operation.method() + " " + path + ": " + problem);
                }
            });
        }
        assertThat(otherwise).isEmpty();
    }

    @Test
    public void noParameterCausesAFailure() {
        List<String> failures = new ArrayList<>();
        for (Operation operation : operations()) {
            Stream.concat(
                            addressesWith("a\0b", operation, parameter -> !isConverted(parameter)),
                            addressesWith("99999999999999999999", operation, RefusalMatrix::isConverted))
                    .forEach(path -> {
                        Response answer = OperationCall.of(operation, path, token(operation))
                                .send();
                        if (answer.statusCode() >= 500) {
                            failures.add(operation.method() + " " + path + ": " + OperationCall.problem(answer));
                        }
                    });
        }
        assertThat(failures).isEmpty();
    }

    @Test
    public void keysThatAreTooLongAreRefused() {
        assertRefused(
                "400 bad_idempotency_key", changing(), operation -> List.of(repeatable(operation, "k".repeat(256))));
    }

    @Test
    public void keysOfARequestThatIsWorkedOnAreRefused() {
        try (UsedKeys keys = UsedKeys.open()) {
            assertRefused(
                    "409 request_in_progress",
                    changing(),
                    operation ->
                            List.of(repeatable(operation, keys.lock(operation, path(operation), token(operation)))));
        }
    }

    @Test
    public void keysOfAnotherRequestAreRefused() {
        try (UsedKeys keys = UsedKeys.open()) {
            assertRefused(
                    "422 idempotency_key_reused",
                    changing(),
                    operation ->
                            List.of(repeatable(operation, keys.answer(operation, path(operation), token(operation)))));
        }
    }

    private void assertRefused(String problem, Stream<Operation> operations, Sending sending) {
        List<String> otherwise = operations
                .flatMap(operation -> sending.send(operation).stream()
                        .filter(answer -> !OperationCall.problem(answer).equals(problem))
                        .map(answer -> operation.name() + ": " + answer.asString()))
                .toList();
        assertThat(otherwise).isEmpty();
    }

    private OperationCall call(Operation operation) {
        return OperationCall.of(operation, path(operation), token(operation));
    }

    /** A request under the key, with a body that can be read: an example, or nothing where examples do not fit together. */
    private Response repeatable(Operation operation, String key) {
        OperationCall call =
                new OperationCall(operation, path(operation), token(operation), Map.of("Idempotency-Key", key));
        Optional<Map.Entry<String, BodyExample>> example = json(operation).findFirst();
        if (example.isEmpty()) {
            return call.send();
        }
        JsonNode body = example.get().getValue().json();
        Response answer = call.send(example.get().getKey(), body.toString());
        return OperationCall.problem(answer).equals("400 unreadable_body")
                ? call.send(example.get().getKey(), body.isArray() ? "[]" : "{}")
                : answer;
    }

    /** The operation's path with the value in one parameter, for each of those that are meant. */
    private Stream<String> addressesWith(String value, Operation operation, Predicate<Operation.Parameter> meant) {
        Stream<String> inPath =
                operation.parameters().stream().filter(meant).map(parameter -> path(operation, parameter, value));
        Stream<String> inQuery = operation.query().stream()
                .filter(meant)
                .map(parameter -> path(operation) + "?" + encoded(parameter.name()) + "=" + encoded(value));
        return Stream.concat(inPath, inQuery);
    }

    /** Whether it is more than a text: what cannot be converted is refused. */
    private static boolean isConverted(Operation.Parameter parameter) {
        return parameter.type().equals("integer")
                || parameter.type().equals("number")
                || CONVERTED.contains(parameter.format());
    }

    private static Stream<Operation> withBodies() {
        return operations().stream().filter(operation -> !operation.bodies().isEmpty());
    }

    private Stream<Operation> withJson() {
        return operations().stream()
                .filter(operation -> !operationsThatTakeAnyShape().contains(operation.name()))
                .filter(operation -> json(operation).findAny().isPresent());
    }

    private static Stream<Operation> changing() {
        return operations().stream().filter(operation -> CHANGING.contains(operation.method()));
    }

    private static Stream<Map.Entry<String, BodyExample>> json(Operation operation) {
        return operation.bodies().entrySet().stream()
                .filter(body -> body.getKey().endsWith("json") && !body.getKey().endsWith("ndjson"));
    }

    /** Sends what an operation cannot take. */
    @FunctionalInterface
    private interface Sending {
        List<Response> send(Operation operation);
    }
}
