package org.laurel.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.laurel.kit.brake.BrakeEngaged;
import org.laurel.kit.event.EventTooLarge;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.sql.Failures;

/** Turns whatever ends a request into a problem document: no stack traces, no class names, no 500 that a caller can cause. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response problem(ProblemException failure, UriInfo uri) {
        Response.ResponseBuilder answer = answer(failure.problem(), uri);
        if (failure.retryAfterSeconds() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, failure.retryAfterSeconds());
        }
        return answer.build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(SecurityException failure, UriInfo uri) {
        return answer(
                        Problem.of(
                                401, "unauthorized", "Authentication credentials were not provided or are not valid."),
                        uri)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, UriInfo uri) {
        return answer(Problem.of(403, "forbidden", "You do not have permission to perform this action."), uri)
                .build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure, UriInfo uri) {
        List<Violation> violations = failure.getConstraintViolations().stream()
                .map(violation ->
                        new Violation(ViolatedMember.name(violation.getPropertyPath()), violation.getMessage()))
                .toList();
        return answer(Problem.of(400, "invalid_request", "The request breaks a rule of its shape.", violations), uri)
                .build();
    }

    @ServerExceptionMapper(priority = 1)
    Response unreadable(MismatchedInputException failure, UriInfo uri) {
        return unreadableJson(failure, uri);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return unreadableJson(json, uri);
        }
        if (failure instanceof NotFoundException && failure.getCause() != null) {
            // what the framework says of a path or query parameter that it cannot convert
            return answer(Problem.of(400, "unreadable_parameter", "A parameter has the wrong form."), uri)
                    .build();
        }
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        String detail = switch (status) {
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path does not take this method.";
            case 406 -> "This representation is not offered.";
            case 413 ->
                "The body is larger than one request may bring. Split it and send the parts in requests of their own.";
            case 415 -> "The body's media type is not taken here.";
            default -> "The request cannot be answered.";
        };
        String code = Problem.of(status, "", detail)
                .title()
                .toLowerCase(java.util.Locale.ROOT)
                .replace(' ', '_');
        return answer(Problem.of(status, code, detail), uri).build();
    }

    @ServerExceptionMapper
    Response braked(BrakeEngaged failure, UriInfo uri) {
        String detail =
                "An operator has to look first: " + failure.waitsFor() + ". Nothing was changed; try again later.";
        return answer(Problem.of(503, "brake_engaged", detail), uri)
                .header(HttpHeaders.RETRY_AFTER, 60)
                .build();
    }

    @ServerExceptionMapper
    Response tooMuchToTell(EventTooLarge failure, UriInfo uri) {
        return answer(Problem.of(422, failure.code(), failure.detail()), uri).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, UriInfo uri) {
        String trace = UUID.randomUUID().toString();
        if (Failures.isTransient(failure)) {
            LOG.warnf("Request %s waits for infrastructure: %s", trace, failure);
            Problem problem =
                    Problem.of(503, "unavailable", "A part that is needed is not reachable. Try again shortly.");
            return answer(problem.at(uri.getPath(), trace), uri)
                    .header(HttpHeaders.RETRY_AFTER, 5)
                    .build();
        }
        if (Failures.isUnstorableText(failure)) {
            return answer(Problem.of(400, "unstorable_text", "Text must not hold the character U+0000."), uri)
                    .build();
        }
        LOG.errorf(failure, "Request %s failed", trace);
        Problem problem =
                Problem.of(500, "internal_error", "The request failed. Quote the trace_id when you report this.");
        return answer(problem.at(uri.getPath(), trace), uri).build();
    }

    private static Response unreadableJson(JsonProcessingException failure, UriInfo uri) {
        String detail = failure instanceof ValueInstantiationException && failure.getCause() != null
                ? String.valueOf(failure.getCause().getMessage())
                : "The body is not the JSON that is expected here.";
        List<Violation> violations = failure instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? List.of(new Violation(path(mapping), "has the wrong type or form"))
                : null;
        return answer(Problem.of(400, "unreadable_body", detail, violations), uri)
                .build();
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static Response.ResponseBuilder answer(Problem problem, UriInfo uri) {
        Problem located = problem.instance() == null ? problem.at(uri.getPath(), null) : problem;
        return Response.status(located.status()).type(Problem.MEDIA_TYPE).entity(located);
    }
}
