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
        return !isMarked("x-public");
    }

    boolean takesBody() {
        return declared.getRequestBody() != null;
    }

    /**
     * Whether its path, or a parameter that names a learner, tells of something that may not be there. Lists that are empty for
     * a learner who is not known are marked {@code x-unknown-is-empty: true}.
     */
    boolean namesSomething() {
        return path.contains("{")
                || (!isMarked("x-unknown-is-empty")
                        && parameters().stream().anyMatch(each -> "username".equals(each.getName())));
    }

    /** Whether that may not be there: it is what those make that are marked {@code x-creates: true}. */
    boolean mayMiss() {
        return namesSomething() && !Boolean.TRUE.equals(declared.getExtension("x-creates"));
    }

    /** Whether there is anything in the request that may have the wrong form, be it its {@code Idempotency-Key}. */
    boolean takesAnything() {
        return takesBody() || namesSomething() || changes() || !parameters().isEmpty();
    }

    private boolean isMarked(String extension) {
        return Boolean.TRUE.equals(declared.getExtension(extension));
    }

    private List<Parameter> parameters() {
        return declared.getParameters() == null ? List.of() : declared.getParameters();
    }

    /** Whether browsers show what it answers, refusals too. */
    boolean showsPages() {
        return declared.getResponses() != null
                && declared.getResponses().getAPIResponses().values().stream()
                        .anyMatch(response -> response.getContent() != null
                                && response.getContent().hasMediaType("text/html"));
    }

    /** Whether it honours the {@code Idempotency-Key}, as all do that may change something. */
    boolean changes() {
        return switch (method) {
            case POST, PUT, PATCH, DELETE -> true;
            default -> false;
        };
    }
}
