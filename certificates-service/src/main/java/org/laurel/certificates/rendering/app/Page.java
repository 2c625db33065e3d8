package org.laurel.certificates.rendering.app;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.rendering.domain.CertificateDocument;
import org.laurel.certificates.template.domain.TemplateVersion;

/** Fills a template, or the standard layout where there is none. */
@Singleton
class Page {

    private static final String STANDARD = read("rendering/standard.xhtml");

    private final TemplateEngine engine;
    private final AssetSource assets;

    Page(TemplateEngine engine, AssetSource assets) {
        this.engine = engine;
        this.assets = assets;
    }

    String fill(CertificateDocument document, @Nullable TemplateVersion template) throws RenderFailure {
        String text = template == null ? STANDARD : template.text();
        return engine.fill(text, DataModel.of(document, language(document, template)), assets);
    }

    /** A template that is bound to a language renders in it, otherwise the document's own counts (certificates.md §7.7). */
    static String language(CertificateDocument document, @Nullable TemplateVersion template) {
        return template == null ? document.language() : template.languageOr(document.language());
    }

    private static String read(String resource) {
        try (InputStream text = Page.class.getClassLoader().getResourceAsStream(resource)) {
            if (text == null) {
                throw new IllegalStateException("no " + resource + " on the class path");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
