package org.laurel.enrollment.account.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;

/**
 * A problem document with what is wrong with each member beside it, where existing clients look (accounts, field errors).
 *
 * @param fieldErrors by member
 */
public record FieldErrors(@JsonUnwrapped Problem problem, Map<String, Message> fieldErrors) {

    /** A message in the shape of existing clients. */
    public record Message(String developerMessage, String userMessage) {}

    /** The answer 400. */
    public static Response answer(Map<String, String> messages) {
        Map<String, Message> errors = new TreeMap<>();
        messages.forEach((member, message) -> errors.put(member, new Message(message, message)));
        List<Violation> violations = new TreeMap<>(messages)
                .entrySet().stream()
                        .map(error -> new Violation(error.getKey(), error.getValue()))
                        .toList();
        Problem problem = Problem.of(400, "invalid_fields", "Some members cannot be taken.", violations);
        return Response.status(400)
                .type(Problem.MEDIA_TYPE)
                .entity(new FieldErrors(problem, errors))
                .build();
    }
}
