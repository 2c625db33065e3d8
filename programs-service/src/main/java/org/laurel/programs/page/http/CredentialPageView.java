package org.laurel.programs.page.http;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.PublicUrl;
import org.laurel.programs.page.domain.PageWords;
import org.laurel.programs.page.domain.ProgramPage;

/** Makes the answers of credential pages. They need no script, and nothing of them is kept by caches that others share. */
@ApplicationScoped
class CredentialPageView {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src * data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'self'";

    private final Template program;
    private final Template absent;
    private final String publicUrl;

    CredentialPageView(
            @Location("page/program.html") Template program,
            @Location("page/absent.html") Template absent,
            PublicUrl publicUrl) {
        this.program = program;
        this.absent = absent;
        this.publicUrl = publicUrl.origin();
    }

    /**
     * The page of a credential.
     *
     * @param id its public id, 32 hex digits
     * @param acceptLanguage what the reader's browser says of languages
     */
    Response credential(ProgramPage page, String id, @Nullable String acceptLanguage) {
        return html(
                200,
                instance(page, acceptLanguage)
                        .data("id", id)
                        .data("url", publicUrl + "/credentials/" + id + "/")
                        .data("example", false));
    }

    /** The page of an example, which stands for no credential. */
    Response example(ProgramPage page, @Nullable String acceptLanguage) {
        String id = "0".repeat(32);
        return html(
                200,
                instance(page, acceptLanguage)
                        .data("id", id)
                        .data("url", publicUrl)
                        .data("example", true));
    }

    /** No such credential, or none to see. */
    Response absent() {
        return html(404, absent.instance());
    }

    private TemplateInstance instance(ProgramPage page, @Nullable String acceptLanguage) {
        PageWords words = PageWords.of(page.language(), acceptLanguage);
        LocalDate issued = LocalDate.ofInstant(page.issuedAt(), ZoneOffset.UTC);
        return program.data("page", page)
                .data("words", words.words())
                .data("language", words.language())
                .data("date", issued)
                .data("issued", DATE.withLocale(Locale.of(words.language())).format(issued));
    }

    private static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML + "; charset=utf-8")
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept-Language")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .entity(page.render())
                .build();
    }
}
