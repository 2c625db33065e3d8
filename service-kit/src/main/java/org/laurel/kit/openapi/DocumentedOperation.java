package org.laurel.kit.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * One operation of the document, as its resource method declares it.
 *
 * @param path as a template
 */
record DocumentedOperation(String path, HttpMethod method, Operation declared) {

    /** Whether callers need a token: all but those marked {@code x-public: true}. */
    boolean isGuarded() {
        return !Boolean.TRUE.equals(declared.getExtension("x-public"));
    }

    boolean takesBody() {
        return declared.getRequestBody() != null;
    }

    /** Whether its path names something that may not be there. */
    boolean namesSomething() {
        return path.contains("{");
    }

    /** Whether there is anything in the request that may have the wrong form. */
    boolean takesAnything() {
        List<Parameter> parameters = declared.getParameters();
        return takesBody() || namesSomething() || (parameters != null && !parameters.isEmpty());
    }

    /** Whether it honours the {@code Idempotency-Key}, as all do that may change something. */
    boolean changes() {
        return switch (method) {
            case POST, PUT, PATCH, DELETE -> true;
            default -> false;
        };
    }
}
