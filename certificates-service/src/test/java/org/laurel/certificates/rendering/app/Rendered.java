package org.laurel.certificates.rendering.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.file.domain.ContentHash;
import org.laurel.certificates.file.domain.StoredFile;
import org.laurel.certificates.rendering.domain.CertificateDocument;
import org.laurel.certificates.template.domain.TemplateVersion;
import org.laurel.kit.page.PublicUrl;

/** Renders without a running service, with assets that a test puts in. */
final class Rendered implements AssetSource {

    static final String PUBLIC_URL = "https://learn.example.org";

    private final Map<String, StoredFile> assets = new HashMap<>();
    private final Set<String> endless = new HashSet<>();
    private final AssetAddresses addresses = new AssetAddresses(new PublicUrl(PUBLIC_URL));
    private final Page page = new Page(new TemplateEngine(addresses), this);
    private final PdfRendering pdf;

    Rendered() {
        this(Duration.ofSeconds(30));
    }

    Rendered(Duration timeout) {
        this.pdf = new PdfRendering(page, this, addresses, new RenderPool(2, timeout));
    }

    static CertificateDocument document(String name, String language) {
        CertificateDocument example = CertificateDocument.example(
                "Databases",
                "course-v1:Org+DB1+2026",
                "Example University",
                "verified",
                LocalDate.of(2026, 2, 3),
                language,
                PUBLIC_URL);
        return new CertificateDocument(
                name,
                example.courseTitle(),
                example.courseRun(),
                example.organization(),
                example.mode(),
                "Verified certificate",
                example.issueDate(),
                example.verifyUuid(),
                example.verifyUrl(),
                null,
                40,
                List.of(
                        new CertificateDocument.Signatory("Jane Roe", "Dean", "Example University", null),
                        new CertificateDocument.Signatory("Max Muster", "Instructor", "Example University", null)),
                language,
                Map.of("platform_name", "Example"));
    }

    static TemplateVersion template(String body) {
        return version("<html><body>" + body + "</body></html>");
    }

    static TemplateVersion version(String text) {
        return new TemplateVersion(1, 1, 1, text, null);
    }

    void add(String slug, String mediaType, byte[] content) {
        assets.put(slug, new StoredFile(ContentHash.of(content), mediaType, content, Instant.EPOCH));
    }

    /** An asset that is there and that nobody ever gets. */
    void addEndless(String slug) {
        add(slug, "image/png", new byte[0]);
        endless.add(slug);
    }

    byte[] pdf(CertificateDocument document, @Nullable TemplateVersion template) throws RenderFailure {
        return pdf.render(document, template);
    }

    String html(CertificateDocument document, @Nullable TemplateVersion template) throws RenderFailure {
        return new HtmlRendering(page).render(document, template);
    }

    @Nullable RenderFailure check(String text) {
        return new TemplateCheck(page).check(text);
    }

    static String text(byte[] pdf) throws java.io.IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    static int pages(byte[] pdf) throws java.io.IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    @Override
    public boolean has(String slug) {
        return assets.containsKey(slug);
    }

    @Override
    public Optional<StoredFile> open(String slug) {
        if (endless.contains(slug)) {
            awaitInterruption();
        }
        return Optional.ofNullable(assets.get(slug));
    }

    private static void awaitInterruption() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }
}
