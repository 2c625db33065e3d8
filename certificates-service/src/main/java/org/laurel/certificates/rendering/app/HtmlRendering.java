package org.laurel.certificates.rendering.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.rendering.domain.CertificateDocument;
import org.laurel.certificates.template.domain.TemplateVersion;

/** Makes a certificate's web page. All values are escaped; what markup a template holds is its author's. */
@ApplicationScoped
public class HtmlRendering {

    private final Page page;

    HtmlRendering(Page page) {
        this.page = page;
    }

    /**
     * Fills the template, or the standard layout where there is none.
     *
     * @throws RenderFailure when the template is broken
     */
    public String render(CertificateDocument document, @Nullable TemplateVersion template) throws RenderFailure {
        return page.fill(document, template);
    }
}
