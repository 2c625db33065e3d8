package org.laurel.certificates.rendering.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.rendering.domain.CertificateDocument;
import org.laurel.certificates.template.domain.TemplateVersion;

/** Tells whether a template can be saved: it parses, fills with dummy values, and is well-formed XHTML then. */
@ApplicationScoped
public class TemplateCheck {

    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 2);

    private final Page page;

    TemplateCheck(Page page) {
        this.page = page;
    }

    /** What is wrong with a text, with line and column where they are known; null when nothing is. */
    public @Nullable RenderFailure check(String text) {
        CertificateDocument document = CertificateDocument.example(
                "Course", "course-v1:Org+Course+Run", "Org", "verified", ANY_DAY, "en", "https://example.org");
        try {
            Xhtml.parse(page.fill(document, new TemplateVersion(0, 0, 0, text, null)));
            return null;
        } catch (RenderFailure fault) {
            return fault;
        }
    }
}
