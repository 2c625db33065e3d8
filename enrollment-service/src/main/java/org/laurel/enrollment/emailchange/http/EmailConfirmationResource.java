package org.laurel.enrollment.emailchange.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.laurel.enrollment.emailchange.app.EmailConfirmation;
import org.laurel.enrollment.emailchange.domain.EmailChangeAnswer;
import org.laurel.enrollment.learner.http.Clash;
import org.laurel.enrollment.notice.http.Notice;
import org.laurel.enrollment.notice.http.NoticePage;
import org.laurel.kit.sql.DatabaseException;

/** The pages behind the links in mails that ask for the confirmation of an email address. */
@Path("/email_confirm/{key}")
public class EmailConfirmationResource {

    private final EmailConfirmation confirmation;
    private final NoticePage page;

    EmailConfirmationResource(EmailConfirmation confirmation, NoticePage page) {
        this.confirmation = confirmation;
        this.page = page;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Confirm a new email address with the key from the mail",
            description = "A page for browsers, otherwise JSON. A key works once.",
            extensions = @Extension(name = "x-public", value = "true", parseValue = true))
    @APIResponse(responseCode = "200", description = "The address holds from now on")
    @APIResponse(
            responseCode = "404",
            description = "There is no such key, or it was used, or a newer request has overtaken it")
    @APIResponse(responseCode = "409", description = "Somebody has got the address meanwhile")
    @APIResponse(responseCode = "410", description = "The key came too late")
    public Response confirm(@PathParam("key") String key, @Context HttpHeaders asked) {
        return page.answer(notice(answer(key)), asked);
    }

    private EmailChangeAnswer answer(String key) {
        try {
            return confirmation.apply(List.of(key)).getFirst();
        } catch (DatabaseException failure) {
            return Clash.in(failure).map(clash -> EmailChangeAnswer.EXISTS).orElseThrow(() -> failure);
        }
    }

    private static Notice notice(EmailChangeAnswer answer) {
        return switch (answer) {
            case CHANGED ->
                Notice.of(200, "email_changed", "Your email address has changed", "Mails go to it from now on.");
            case EXISTS ->
                Notice.of(
                        409,
                        "email_exists",
                        "This email address is taken",
                        "Another account has got it meanwhile. Your address stays as it is.");
            case EXPIRED ->
                Notice.of(
                        410,
                        "key_expired",
                        "This link is too old",
                        "Please ask for the other email address once more.");
            case UNKNOWN ->
                Notice.of(
                        404,
                        "key_unknown",
                        "This link is not valid",
                        "It was used already, or you have asked for another change since.");
        };
    }
}
