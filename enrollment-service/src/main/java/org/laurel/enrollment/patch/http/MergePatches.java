package org.laurel.enrollment.patch.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;

/**
 * Reads JSON merge patches (RFC 7396) of flat objects: an absent member stays as it is, null clears one. Unknown members are
 * refused, so that a misspelt one does not pass for a change.
 */
@ApplicationScoped
public class MergePatches {

    /** The media type of such bodies. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatches(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * A patch that was read.
     *
     * @param body the members as a value, null for absent ones and for cleared ones
     * @param given the names of the members that the patch has
     */
    public record Patch<T>(T body, Set<String> given) {}

    /**
     * Reads a patch and checks what it gives by the type's constraints.
     *
     * @param members the names of all members
     * @throws ProblemException 400 naming every member that is wrong
     */
    public <T> Patch<T> read(@Nullable JsonNode patch, Class<T> type, Set<String> members) {
        if (patch == null || !patch.isObject()) {
            throw ProblemException.badRequest(
                    "unreadable_body", "The body is a JSON object with the members to change.");
        }
        Set<String> given = new HashSet<>();
        patch.fieldNames().forEachRemaining(given::add);
        T body = value(patch, type);
        List<Violation> violations = new ArrayList<>();
        given.stream()
                .filter(name -> !members.contains(name))
                .sorted()
                .forEach(name -> violations.add(new Violation(name, "is no member that can be changed")));
        validator
                .validate(body)
                .forEach(each -> violations.add(new Violation(
                        PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(
                                each.getPropertyPath().toString()),
                        each.getMessage())));
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    Problem.of(400, "invalid_request", "The request breaks a rule of its shape.", violations));
        }
        return new Patch<>(body, given);
    }

    private <T> T value(JsonNode patch, Class<T> type) {
        try {
            return json.treeToValue(patch, type);
        } catch (JsonProcessingException malformed) {
            throw new WebApplicationException(malformed, 400);
        }
    }
}
