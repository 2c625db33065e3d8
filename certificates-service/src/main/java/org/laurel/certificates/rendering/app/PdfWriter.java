package org.laurel.certificates.rendering.app;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import org.laurel.kit.pdf.PdfDocument;
import org.w3c.dom.Document;

/** Lays a page out and writes it as a PDF file, with what the template may load and within its limits. */
final class PdfWriter {

    static final int MOST_PAGES = 5;

    private PdfWriter() {}

    /**
     * Writes the file.
     *
     * @throws RenderFailure when the page asks for what it may not load, cannot be laid out, or has too many pages
     */
    static byte[] write(Document page, PdfResources resources, PdfDocument file) throws RenderFailure {
        try (PdfBoxRenderer renderer = builder(page, resources, file).buildPdfRenderer()) {
            renderer.layout();
            requireAllowed(resources);
            int pages = renderer.getRootBox().getLayer().getPages().size();
            if (pages > MOST_PAGES) {
                throw RenderFailure.broken(
                        "The template makes " + pages + " pages, at most " + MOST_PAGES + " are taken.");
            }
            byte[] content = file.save(renderer);
            requireAllowed(resources);
            return content;
        } catch (IOException | RuntimeException failure) {
            requireAllowed(resources);
            throw RenderFailure.broken("The template cannot be laid out: "
                    + failure.getClass().getSimpleName() + ". A picture or font may be damaged.");
        } catch (StackOverflowError deep) {
            throw RenderFailure.broken("The template cannot be laid out: it is nested too deeply.");
        }
    }

    private static PdfRendererBuilder builder(Document page, PdfResources resources, PdfDocument file) {
        PdfRendererBuilder builder = file.builder(true);
        builder.withW3cDocument(page, null);
        builder.useUriResolver((base, uri) -> resources.resolve(uri));
        builder.useProtocolsStreamImplementation(
                resources::stream, PdfResources.PROTOCOL, "http", "https", "file", "jar", "ftp", "jrt", "mailto");
        builder.useExternalResourceAccessControl(
                resources::mayLoad, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                resources::mayLoad, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        return builder;
    }

    private static void requireAllowed(PdfResources resources) throws RenderFailure {
        if (resources.refused() != null) {
            throw RenderFailure.broken("The template asks for " + resources.refused()
                    + ". Only template assets ({asset:url('slug')}) and pictures in data: addresses are loaded.");
        }
    }
}
