package org.laurel.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.PublicUrl;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Wraps a resource method in the transaction that keeps its answer. See {@link Idempotent}. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class IdempotencyInterceptor {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String IN_PROGRESS = "request_in_progress";

    private final CurrentVertxRequest current;
    private final Caller caller;
    private final StoredAnswers answers;
    private final ObjectMapper json;
    private final PublicUrl publicUrl;
    private final UriInfo asked;

    IdempotencyInterceptor(
            CurrentVertxRequest current,
            Caller caller,
            StoredAnswers answers,
            ObjectMapper json,
            PublicUrl publicUrl,
            UriInfo asked) {
        this.current = current;
        this.caller = caller;
        this.answers = answers;
        this.json = json;
        this.publicUrl = publicUrl;
        this.asked = asked;
    }

    @AroundInvoke
    @Nullable Object around(InvocationContext call) throws Exception {
        HttpServerRequest request = current.getCurrent().request();
        String key = request.getHeader(HEADER);
        if (key == null) {
            return call.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ProblemException.badRequest(
                    "bad_idempotency_key", "Idempotency-Key takes 1 to " + LONGEST_KEY + " characters.");
        }
        String who = caller.learnerId();
        String scope = String.join("\n", who, request.method().name(), request.path(), key);
        String fingerprint = StoredAnswers.digest(request.query() + write(sent(call)));
        try {
            return QuarkusTransaction.requiringNew().call(() -> answer(call, scope, fingerprint, who));
        } catch (RuntimeException failure) {
            Problem problem = problem(failure);
            if (problem != null
                    && isFinal(problem.status())
                    && !problem.errorCode().equals(IN_PROGRESS)) {
                QuarkusTransaction.requiringNew()
                        .run(() -> answers.keepRefusal(scope, fingerprint, who, refusal(problem)));
            }
            throw failure;
        }
    }

    private Response answer(InvocationContext call, String scope, String fingerprint, String who) throws Exception {
        if (!answers.tryLock(scope)) {
            throw new ProblemException(
                    Problem.of(409, IN_PROGRESS, "A request with this Idempotency-Key is being worked on."), 1);
        }
        Optional<StoredAnswers.Answer> known = answers.find(scope);
        if (known.isPresent()) {
            return repeat(known.get(), fingerprint);
        }
        Response response = (Response) call.proceed();
        if (isFinal(response.getStatus()) && !(response.getEntity() instanceof byte[])) {
            answers.keep(scope, fingerprint, who, stored(response));
        }
        return response;
    }

    /** Whether the same request would get the same answer later; not so when it came too often or the server cannot now. */
    private static boolean isFinal(int status) {
        return status < 500 && status != TOO_MANY_REQUESTS;
    }

    private static Response repeat(StoredAnswers.Answer known, String fingerprint) {
        if (!known.fingerprint().equals(fingerprint)) {
            throw new ProblemException(
                    Problem.of(422, "idempotency_key_reused", "This Idempotency-Key was used with another request."),
                    null);
        }
        Response.ResponseBuilder again =
                Response.status(known.content().status()).entity(known.content().body());
        if (known.content().contentType() != null) {
            again.type(known.content().contentType());
        }
        if (known.content().location() != null) {
            again.header("Location", known.content().location());
        }
        return again.header("Idempotency-Replayed", "true").build();
    }

    /** The arguments that come from the client; what the server itself injects says nothing about the request. */
    private static List<@Nullable Object> sent(InvocationContext call) {
        Parameter[] declared = call.getMethod().getParameters();
        @Nullable Object[] given = call.getParameters();
        List<@Nullable Object> sent = new ArrayList<>(given.length);
        for (int i = 0; i < given.length; i++) {
            if (!declared[i].isAnnotationPresent(Context.class)) {
                sent.add(given[i]);
            }
        }
        return sent;
    }

    private StoredAnswers.Content stored(Response response) {
        Object entity = response.getEntity();
        String body = entity == null || entity instanceof String ? (String) entity : write(entity);
        String type = response.getMediaType() == null
                ? (entity == null ? null : "application/json")
                : response.getMediaType().toString();
        return new StoredAnswers.Content(response.getStatus(), type, location(response), body);
    }

    private @Nullable String location(Response response) {
        URI location = response.getLocation();
        return location == null ? null : publicUrl.locate(location, asked);
    }

    private StoredAnswers.Content refusal(Problem problem) {
        return new StoredAnswers.Content(problem.status(), Problem.MEDIA_TYPE, null, write(problem));
    }

    private static @Nullable Problem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException exception) {
                return exception.problem();
            }
        }
        return null;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot write the answer", failure);
        }
    }
}
