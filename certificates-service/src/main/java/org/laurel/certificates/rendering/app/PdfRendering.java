package org.laurel.certificates.rendering.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.rendering.domain.CertificateDocument;
import org.laurel.certificates.template.domain.TemplateVersion;
import org.laurel.kit.pdf.PdfDocument;

/**
 * Makes a certificate's PDF file. The same document with the same template and assets is the same file, to the byte.
 *
 * <p>Takes tens of milliseconds of computing and reads assets on a connection of its own: call it outside of transactions,
 * and never while a lock is held.
 */
@ApplicationScoped
public class PdfRendering {

    private final Page page;
    private final AssetSource assets;
    private final AssetAddresses addresses;
    private final RenderPool pool;

    PdfRendering(Page page, AssetSource assets, AssetAddresses addresses, RenderPool pool) {
        this.page = page;
        this.assets = assets;
        this.addresses = addresses;
        this.pool = pool;
    }

    /**
     * Renders by the template, or by the standard layout, which is one landscape A4 page, where there is none.
     *
     * @throws RenderFailure when the template is broken, breaks a limit (5 pages, time), or the service is busy
     */
    public byte[] render(CertificateDocument document, @Nullable TemplateVersion template) throws RenderFailure {
        String language = Page.language(document, template);
        PdfDocument file = new PdfDocument(
                document.courseTitle(),
                language,
                DataModel.isRightToLeft(language),
                document.issueDate(),
                document.verifyUuid());
        // A picture on another host is for web pages; for its sake nobody shall go without a file.
        CertificateDocument printed =
                document.withPictures(address -> addresses.slug(address).isPresent());
        return pool.run(() ->
                PdfWriter.write(Xhtml.parse(page.fill(printed, template)), new PdfResources(assets, addresses), file));
    }
}
