package org.laurel.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error answer by RFC 9457, {@code application/problem+json}.
 *
 * @param type identifies the kind of problem, {@code urn:laurel:problem:<error code>}
 * @param title the meaning of the status
 * @param status the HTTP status
 * @param detail what is wrong with this request and how to mend it
 * @param instance the path that was asked for
 * @param errorCode the kind of problem as existing clients read it
 * @param developerMessage the detail once more, as existing clients read it
 * @param violations the members of the request that break a rule, null when the problem is of another kind
 * @param traceId finds the request in logs and traces
 * @param error the detail once more, for operations whose existing clients read it under this name; null for others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @JsonProperty("error_code") String errorCode,
        @JsonProperty("developer_message") String developerMessage,
        @Nullable List<Violation> violations,
        @JsonProperty("trace_id") @Nullable String traceId,
        @Nullable String error) {

    /** The media type of error answers. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Characters of a sentence: what a client sent is quoted in some, and need not come back whole. */
    private static final int LONGEST = 2_000;

    public Problem {
        detail = cut(detail);
        developerMessage = cut(developerMessage);
        error = error == null ? null : cut(error);
    }

    /** A member of the request, by its path in the body or its parameter name, and the rule that it breaks. */
    public record Violation(String field, String message) {

        public Violation {
            field = cut(field);
            message = cut(message);
        }
    }

    /** A problem of a kind, told in a sentence. */
    public static Problem of(int status, String errorCode, String detail) {
        return of(status, errorCode, detail, null);
    }

    /** A problem with single members of the request. */
    public static Problem of(int status, String errorCode, String detail, @Nullable List<Violation> violations) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? (status == 422 ? "Unprocessable Content" : "Error") : known.getReasonPhrase();
        return new Problem(
                "urn:laurel:problem:" + errorCode,
                title,
                status,
                detail,
                null,
                errorCode,
                detail,
                violations,
                null,
                null);
    }

    /** The same with the path that was asked for, and what finds the request in logs and traces. */
    public Problem at(String path, @Nullable String trace) {
        return new Problem(type, title, status, detail, path, errorCode, developerMessage, violations, trace, error);
    }

    /** The same with the detail in a member {@code error} too. */
    public Problem withError() {
        return new Problem(
                type, title, status, detail, instance, errorCode, developerMessage, violations, traceId, detail);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
