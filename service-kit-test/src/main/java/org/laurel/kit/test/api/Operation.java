package org.laurel.kit.test.api;

import java.util.List;
import java.util.Set;

/**
 * One operation of a service's REST API.
 *
 * @param method in capitals
 * @param path as a template, {@code /api/.../{course_key}}
 * @param parameters the path's parameters
 * @param mediaTypes what the request's body may be, empty without a body
 * @param isPublic whether it is marked {@code x-public: true}
 * @param statuses which answers the document tells of: {@code 404}, or with the only error code {@code 409 request_in_progress}
 */
public record Operation(
        String method,
        String path,
        List<PathParameter> parameters,
        List<String> mediaTypes,
        boolean isPublic,
        Set<String> statuses) {

    public Operation {
        parameters = List.copyOf(parameters);
        mediaTypes = List.copyOf(mediaTypes);
        statuses = Set.copyOf(statuses);
    }

    /** Method and path template, as tests and messages name the operation. */
    public String name() {
        return method + " " + path;
    }

    /**
     * A parameter in the path, with the type, format and pattern of its schema; empty texts where the document says nothing.
     */
    public record PathParameter(String name, String type, String format, String pattern) {}
}
