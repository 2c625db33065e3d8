package org.laurel.certificates.rendering.app;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.w3c.dom.Document;

/**
 * Lays a page out and writes it as a PDF file. The file depends on its input alone: its dates are the date of issue, its
 * identifier comes from the certificate's.
 */
final class PdfWriter {

    static final int MOST_PAGES = 5;

    private static final float A4_LONG = 297;
    private static final float A4_SHORT = 210;

    static {
        XRLog.setLoggerImpl(new RendererLog());
        FontMappers.set(new OwnFontsOnly());
    }

    private PdfWriter() {}

    /** What the file says about itself. */
    record Metadata(String title, String language, boolean rightToLeft, LocalDate date, String identifier) {}

    /**
     * Writes the file.
     *
     * @throws RenderFailure when the page asks for what it may not load, cannot be laid out, or has too many pages
     */
    static byte[] write(Document page, PdfResources resources, Metadata metadata) throws RenderFailure {
        try (PdfBoxRenderer renderer = builder(page, resources, metadata).buildPdfRenderer()) {
            renderer.layout();
            requireAllowed(resources);
            int pages = renderer.getRootBox().getLayer().getPages().size();
            if (pages > MOST_PAGES) {
                throw RenderFailure.broken(
                        "The template makes " + pages + " pages, at most " + MOST_PAGES + " are taken.");
            }
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                requireAllowed(resources);
                describe(document, metadata);
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                document.save(file);
                return file.toByteArray();
            }
        } catch (IOException | RuntimeException failure) {
            requireAllowed(resources);
            throw RenderFailure.broken("The template cannot be laid out: "
                    + failure.getClass().getSimpleName() + ". A picture or font may be damaged.");
        } catch (StackOverflowError deep) {
            throw RenderFailure.broken("The template cannot be laid out: it is nested too deeply.");
        }
    }

    private static PdfRendererBuilder builder(Document page, PdfResources resources, Metadata metadata) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(page, null);
        builder.useUriResolver((base, uri) -> resources.resolve(uri));
        builder.useProtocolsStreamImplementation(
                resources::stream, PdfResources.PROTOCOL, "http", "https", "file", "jar", "ftp", "jrt", "mailto");
        builder.useExternalResourceAccessControl(
                resources::mayLoad, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                resources::mayLoad, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        Fonts.offer(builder);
        builder.useReplacementText(Fonts.MISSING);
        builder.useDefaultPageSize(A4_LONG, A4_SHORT, PageSizeUnits.MM);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(metadata.rightToLeft() ? TextDirection.RTL : TextDirection.LTR);
        builder.withProducer("Laurel");
        return builder;
    }

    private static void requireAllowed(PdfResources resources) throws RenderFailure {
        if (resources.refused() != null) {
            throw RenderFailure.broken("The template asks for " + resources.refused()
                    + ". Only template assets ({asset:url('slug')}) and pictures in data: addresses are loaded.");
        }
    }

    private static void describe(PDDocument document, Metadata metadata) {
        Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        date.setTimeInMillis(
                metadata.date().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(metadata.title());
        information.setProducer("Laurel");
        information.setCreationDate(date);
        information.setModificationDate(date);
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage(metadata.language());
        CRC32 identifier = new CRC32();
        identifier.update(metadata.identifier().getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(identifier.getValue());
    }
}
