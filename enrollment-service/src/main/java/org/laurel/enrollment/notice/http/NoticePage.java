package org.laurel.enrollment.notice.http;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.kit.problem.Problem;

/** Answers with a page when a browser asks, otherwise with JSON. Pages need no script and nothing keeps them. */
@ApplicationScoped
public class NoticePage {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Template page;
    private final String site;

    NoticePage(
            @Location("notice/notice.html") Template page,
            @ConfigProperty(name = "laurel.mail.site-name") String site) {
        this.page = page;
        this.site = site;
    }

    /** The notice in the form that is asked for; JSON when any form will do. */
    public Response answer(Notice notice, HttpHeaders asked) {
        Response.ResponseBuilder answer = Response.status(notice.status())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff")
                // The address holds a key, which must not travel to other sites.
                .header("Referrer-Policy", "no-referrer");
        if (isBrowser(asked)) {
            return answer.type(MediaType.TEXT_HTML + "; charset=utf-8")
                    .header("Content-Security-Policy", POLICY)
                    .entity(page.data("notice", notice, "site", site).render())
                    .build();
        }
        return notice.status() < 400
                ? answer.type(MediaType.APPLICATION_JSON)
                        .entity(new Told(notice.code(), notice.text()))
                        .build()
                : answer.type(Problem.MEDIA_TYPE)
                        .entity(Problem.of(notice.status(), notice.code(), notice.text()))
                        .build();
    }

    private static boolean isBrowser(HttpHeaders asked) {
        for (MediaType type : asked.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return true;
            }
        }
        return false;
    }

    /** A notice for programs. */
    record Told(String result, String detail) {}
}
