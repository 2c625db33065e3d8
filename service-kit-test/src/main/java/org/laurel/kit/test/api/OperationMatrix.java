package org.laurel.kit.test.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tests that call every operation of a service's OpenAPI document. */
public abstract class OperationMatrix {

    /** A value that the parameter's type allows; a subclass changes it where a path's pattern asks for more. */
    protected String pathValue(Operation.Parameter parameter) {
        if (parameter.type().equals("integer") || parameter.type().equals("number")) {
            return "1";
        }
        if (parameter.format().equals("uuid") || parameter.name().contains("uuid")) {
            return "00000000-0000-4000-8000-000000000000";
        }
        if (parameter.format().equals("date")) {
            return "2026-01-01";
        }
        return parameter.name().contains("course") ? "course-v1:Org+Course+Run" : "1";
    }

    /** The operations of the service that the current Quarkus test runs. */
    static List<Operation> operations() {
        return OpenApiDocument.served().operations();
    }

    /** The operation's path with a value for each parameter. */
    String path(Operation operation) {
        String path = operation.path();
        for (Operation.Parameter parameter : operation.parameters()) {
            path = with(path, parameter, pathValue(parameter));
        }
        return path;
    }

    /** The operation's path with the given value for one parameter, and others for the rest. */
    String path(Operation operation, Operation.Parameter odd, String value) {
        String path = with(operation.path(), odd, value);
        for (Operation.Parameter parameter : operation.parameters()) {
            path = with(path, parameter, pathValue(parameter));
        }
        return path;
    }

    private static String with(String path, Operation.Parameter parameter, String value) {
        return path.replace("{" + parameter.name() + "}", encoded(value));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
