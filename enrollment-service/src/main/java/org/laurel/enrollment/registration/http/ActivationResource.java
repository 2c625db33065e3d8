package org.laurel.enrollment.registration.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.laurel.enrollment.learner.domain.AccountRules;
import org.laurel.enrollment.notice.http.Notice;
import org.laurel.enrollment.notice.http.NoticePage;
import org.laurel.enrollment.registration.app.Activation;
import org.laurel.enrollment.registration.app.ActivationRepeat;
import org.laurel.enrollment.registration.domain.ActivationAnswer;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;

/** The pages behind the links in activation mails. */
@Path("/activate")
public class ActivationResource {

    private final Activation activation;
    private final ActivationRepeat repeat;
    private final NoticePage page;
    private final AttemptLimit byAddress;
    private final AttemptLimit byHost;

    ActivationResource(
            Activation activation,
            ActivationRepeat repeat,
            NoticePage page,
            @ConfigProperty(name = "laurel.registration.attempts-per-hour") int perAddress,
            @ConfigProperty(name = "laurel.registration.attempts-per-hour-and-host") int perHost) {
        this.activation = activation;
        this.repeat = repeat;
        this.page = page;
        this.byAddress = new AttemptLimit(perAddress);
        this.byHost = new AttemptLimit(perHost);
    }

    @GET
    @Path("/{key}")
    @PermitAll
    @Operation(
            summary = "Activate an account with the key from the mail",
            description = "A page for browsers, otherwise JSON. A second click changes nothing.",
            extensions = @Extension(name = "x-public", value = "true", parseValue = true))
    @APIResponse(responseCode = "200", description = "The account is active, from now on or since before")
    @APIResponse(responseCode = "404", description = "There is no such key")
    @APIResponse(responseCode = "410", description = "The key came too late, or the account was closed since")
    public Response activate(@PathParam("key") String key, @Context HttpHeaders asked) {
        return page.answer(notice(activation.apply(List.of(key)).getFirst()), asked);
    }

    @POST
    @Path("/resend")
    @PermitAll
    @Idempotent
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Mail a new activation key",
            description = "The answer is the same whether or not an account waits for activation under this address.",
            extensions = @Extension(name = "x-public", value = "true", parseValue = true))
    @APIResponse(responseCode = "200", description = "If an account waits under this address, a mail is on its way")
    @APIResponse(responseCode = "400", description = "This is no email address")
    @APIResponse(responseCode = "429", description = "Too many attempts, for this address or from this host")
    public Response resend(@NotNull ResendBody body, @Context HttpHeaders asked, @Context HttpServerRequest request) {
        byHost.take(request.remoteAddress().hostAddress());
        String email = body.email() == null ? "" : body.email().strip();
        if (email.isEmpty() || !AccountRules.isEmail(email)) {
            throw ProblemException.badRequest("email_unfit", "An email address has the form name@host.");
        }
        byAddress.take(email.toLowerCase(Locale.ROOT));
        repeat.apply(List.of(email));
        return page.answer(
                Notice.of(
                        200,
                        "sent",
                        "Look into your mail",
                        "If an account waits for its activation under this address, a new link is on its way."),
                asked);
    }

    private static Notice notice(ActivationAnswer answer) {
        return switch (answer) {
            case ACTIVATED -> Notice.of(200, "activated", "Your account is active", "Thank you. You can sign in now.");
            case ALREADY_ACTIVE ->
                Notice.of(
                        200,
                        "already_active",
                        "Your account is already active",
                        "Nothing is left to do. You can sign in.");
            case CLOSED ->
                Notice.of(410, "account_closed", "This account is closed", "Please turn to the site's support.");
            case EXPIRED ->
                new Notice(
                        410,
                        "key_expired",
                        "This link is too old",
                        "Have a new one sent to the address with which you registered.",
                        true);
            case UNKNOWN ->
                new Notice(
                        404,
                        "key_unknown",
                        "This link is not valid",
                        "Please check that you opened the whole address, or have a new link sent to you.",
                        true);
        };
    }
}
