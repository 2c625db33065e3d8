package org.laurel.kit.test.api;

import java.util.List;

/**
 * One operation of a service's REST API.
 *
 * @param method in capitals
 * @param path as a template, {@code /api/.../{course_key}}
 * @param parameters the path's parameters
 * @param mediaTypes what the request's body may be, empty without a body
 * @param isPublic whether it is marked {@code x-public: true}
 */
public record Operation(
        String method, String path, List<PathParameter> parameters, List<String> mediaTypes, boolean isPublic) {

    public Operation {
        parameters = List.copyOf(parameters);
        mediaTypes = List.copyOf(mediaTypes);
    }

    /** Method and path template, as tests and messages name the operation. */
    public String name() {
        return method + " " + path;
    }

    /** A parameter in the path, with the type and format of its schema; empty texts where the document says nothing. */
    public record PathParameter(String name, String type, String format) {}
}
