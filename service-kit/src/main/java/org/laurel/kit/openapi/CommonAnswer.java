package org.laurel.kit.openapi;

import java.util.Locale;

/** Problems that an operation can answer without a line of its own, because the kit answers for it. */
enum CommonAnswer {
    /** A parameter or the body cannot be read or breaks a rule of its shape. */
    BAD_REQUEST(400, "A parameter or the body has the wrong form; violations names the members"),
    UNAUTHORIZED(401, "There is no token, or it is not valid"),
    FORBIDDEN(403, "The token is good, but not for this"),
    NOT_FOUND(404, "What the path or the username names is not there, or not for the caller to see"),
    REQUEST_IN_PROGRESS(409, "A request with the same Idempotency-Key is being worked on; ask again after Retry-After"),
    BODY_TOO_LARGE(413, "The body is larger than one request may bring"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not taken here"),
    /** The key, or what others would be told: {@link org.laurel.kit.event.EventTooLarge}. */
    KEY_REUSED(
            422,
            "The Idempotency-Key was used with another request, or the change would be told by an event that is larger"
                    + " than events may be (event_too_large)"),
    UNAVAILABLE(503, "A part that is needed is not reachable; ask again after Retry-After");

    private final int status;
    private final String description;

    CommonAnswer(int status, String description) {
        this.status = status;
        this.description = description;
    }

    /** The HTTP status, as responses are keyed. */
    String status() {
        return String.valueOf(status);
    }

    /** What the answer means, in a line. */
    String description() {
        return description;
    }

    /** Whether requests for the operation can be answered so. */
    boolean isGivenBy(DocumentedOperation operation) {
        return switch (this) {
            case BAD_REQUEST -> operation.takesAnything();
            case UNAUTHORIZED, FORBIDDEN -> operation.isGuarded();
            case NOT_FOUND -> operation.mayMiss();
            case REQUEST_IN_PROGRESS, KEY_REUSED -> operation.changes();
            case BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> operation.takesBody();
            case UNAVAILABLE -> true;
        };
    }

    /** Whether operations that have this status for reasons of their own give it for this one as well. */
    boolean comesBesideOthers() {
        return this == REQUEST_IN_PROGRESS || this == KEY_REUSED;
    }

    /** Its name among the document's reusable responses: {@code BadRequest}. */
    String reference() {
        StringBuilder words = new StringBuilder();
        for (String word : name().split("_")) {
            words.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }
}
