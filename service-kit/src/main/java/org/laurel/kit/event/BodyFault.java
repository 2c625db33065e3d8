package org.laurel.kit.event;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says why a body cannot be read: where, and what kind of problem, never what stands there. Jackson's own messages quote
 * values, which may be personal data, and name classes.
 */
final class BodyFault {

    /** How the contract writes names of members; anything else is a key of the sender's making. */
    private static final Pattern MEMBER = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    private BodyFault() {}

    static UnprocessableEvent of(JsonProcessingException failure) {
        return switch (failure) {
            case ValueInstantiationException refused ->
                new UnprocessableEvent("bad_body", place(refused) + " breaks a rule of its contract");
            case JsonMappingException mapping ->
                new UnprocessableEvent("bad_json", place(mapping) + " has the wrong type or form");
            default -> new UnprocessableEvent("bad_json", "the value is not JSON" + position(failure.getLocation()));
        };
    }

    private static String place(JsonMappingException failure) {
        if (failure.getPath().isEmpty()) {
            return "the body";
        }
        return failure.getPath().stream().map(BodyFault::step).collect(Collectors.joining("."));
    }

    private static String step(JsonMappingException.Reference step) {
        String name = step.getFieldName();
        if (name == null) {
            return "[" + step.getIndex() + "]";
        }
        return MEMBER.matcher(name).matches() ? name : "*";
    }

    private static String position(@Nullable JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
