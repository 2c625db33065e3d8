package org.laurel.certificates.page.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import org.laurel.certificates.page.app.DocumentAssembly.Reading;
import org.laurel.certificates.rendering.domain.Labels;

/** Who looks at a page, by what the browser says of it. */
@RequestScoped
class Reader {

    private final HttpServerRequest request;

    Reader(HttpServerRequest request) {
        this.request = request;
    }

    /** Reads what was issued, in the language that the browser likes best of those that there are texts in. */
    Reading reading() {
        return new Reading(language(), false);
    }

    /** The language. */
    String language() {
        return Labels.languageFor(request.getHeader("Accept-Language"));
    }
}
