package org.laurel.kit.test.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One operation of a service's REST API.
 *
 * @param method in capitals
 * @param path as a template, {@code /api/.../{course_key}}
 * @param parameters the path's parameters
 * @param query the parameters after the question mark
 * @param bodies what the request's body may be: an example of each media type, empty without a body
 * @param isPublic whether it is marked {@code x-public: true}
 * @param statuses which answers the document tells of: {@code 404}, or with the only error code {@code 409 request_in_progress}
 */
public record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        List<Parameter> query,
        Map<String, BodyExample> bodies,
        boolean isPublic,
        Set<String> statuses) {

    public Operation {
        parameters = List.copyOf(parameters);
        query = List.copyOf(query);
        bodies = Collections.unmodifiableMap(new LinkedHashMap<>(bodies));
        statuses = Set.copyOf(statuses);
    }

    /** Method and path template, as tests and messages name the operation. */
    public String name() {
        return method + " " + path;
    }

    /** The media types that the request's body may have, in the order of the document. */
    public List<String> mediaTypes() {
        return List.copyOf(bodies.keySet());
    }

    /** A parameter, with the type, format and pattern of its schema; empty texts where the document says nothing. */
    public record Parameter(String name, String type, String format, String pattern) {}
}
