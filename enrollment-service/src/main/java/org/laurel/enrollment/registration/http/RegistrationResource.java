package org.laurel.enrollment.registration.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.laurel.enrollment.learner.http.Clash;
import org.laurel.enrollment.registration.app.SelfRegistration;
import org.laurel.enrollment.registration.domain.SignUp;
import org.laurel.enrollment.registration.domain.SignUpFault;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.sql.DatabaseException;

/** Registration of learners by themselves, at the path and in the shape that existing clients use. */
@Path("/api/user/v2/account/registration")
public class RegistrationResource {

    private final SelfRegistration registration;
    private final boolean enabled;
    private final String redirectUrl;
    private final AttemptLimit byAddress;
    private final AttemptLimit byHost;

    RegistrationResource(
            SelfRegistration registration,
            @ConfigProperty(name = "laurel.registration.enabled") boolean enabled,
            @ConfigProperty(name = "laurel.registration.redirect-url") String redirectUrl,
            @ConfigProperty(name = "laurel.registration.attempts-per-hour") int perAddress,
            @ConfigProperty(name = "laurel.registration.attempts-per-hour-and-host") int perHost) {
        this.registration = registration;
        this.enabled = enabled;
        this.redirectUrl = redirectUrl;
        this.byAddress = new AttemptLimit(perAddress);
        this.byHost = new AttemptLimit(perHost);
    }

    @POST
    @PermitAll
    @Idempotent
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Register as a learner",
            description =
                    "The account is inactive until the key that is mailed to its address has activated it. A password "
                            + "is not read: the identity provider has it.",
            extensions = @Extension(name = "x-public", value = "true", parseValue = true))
    @APIResponse(responseCode = "200", description = "Registered; the mail is on its way")
    @APIResponse(responseCode = "400", description = "A field breaks a rule; the messages stand under its name")
    @APIResponse(responseCode = "403", description = "Learners do not register themselves on this site")
    @APIResponse(responseCode = "409", description = "Another learner has the username or email address")
    @APIResponse(responseCode = "429", description = "Too many attempts")
    public Response register(@NotNull RegistrationBody body, @Context HttpServerRequest request) {
        if (!enabled) {
            throw ProblemException.forbidden("Learners do not register themselves on this site.");
        }
        byHost.take(request.remoteAddress().hostAddress());
        SignUp wanted = body.signUp(new LearnerId(UUID.randomUUID().toString()));
        byAddress.take(wanted.email().toLowerCase(Locale.ROOT));
        List<SignUpFault> faults = apply(wanted);
        return faults.isEmpty()
                ? Response.ok(new Registered(true, redirectUrl)).build()
                : RegistrationRefused.of(faults);
    }

    private List<SignUpFault> apply(SignUp wanted) {
        try {
            return registration.apply(List.of(wanted)).getFirst();
        } catch (DatabaseException failure) {
            // Somebody took the name between our look and our write; the transaction is lost, so the answer is thrown.
            throw Clash.in(failure)
                    .map(SignUpFault::of)
                    .map(RegistrationRefused::overtaken)
                    .orElseThrow(() -> failure);
        }
    }

    /**
     * The answer to a registration.
     *
     * @param redirectUrl where the site wants a new learner to go
     */
    record Registered(boolean success, String redirectUrl) {}
}
