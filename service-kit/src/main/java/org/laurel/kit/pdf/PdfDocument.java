package org.laurel.kit.pdf;

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

/**
 * A PDF file that is laid out from a page of XHTML with our own fonts and nothing from anywhere else. It depends on its input
 * alone: its date and the seed of its identifier are given, so the same page is the same file.
 *
 * <p>A service that makes PDF files declares openhtmltopdf and the fonts as dependencies of its own; others need them not.
 *
 * @param title what a reader shows above the file
 * @param language tag of the language that it is written in
 * @param date given as the date of creation and of the last change
 * @param identifier what the file's identifier is computed from
 */
public record PdfDocument(String title, String language, boolean rightToLeft, LocalDate date, String identifier) {

    private static final float A4_LONG = 297;
    private static final float A4_SHORT = 210;

    static {
        XRLog.setLoggerImpl(new RendererLog());
        FontMappers.set(new OwnFontsOnly());
    }

    /** A builder of A4 pages, lying or standing, that loads nothing unless the caller allows it. */
    public PdfRendererBuilder builder(boolean landscape) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        Fonts.offer(builder);
        builder.useReplacementText(Fonts.MISSING);
        builder.useDefaultPageSize(landscape ? A4_LONG : A4_SHORT, landscape ? A4_SHORT : A4_LONG, PageSizeUnits.MM);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(rightToLeft ? TextDirection.RTL : TextDirection.LTR);
        builder.withProducer("Laurel");
        return builder;
    }

    /**
     * Lays a page of our own out on standing A4 pages. The page may load nothing at all.
     *
     * @param xhtml well-formed, every value in it escaped
     */
    public byte[] write(String xhtml) {
        PdfRendererBuilder builder = builder(false);
        builder.withHtmlContent(xhtml, null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            return save(renderer);
        } catch (IOException impossible) {
            throw new IllegalStateException("a page of our own cannot be laid out", impossible);
        }
    }

    /** Writes what a renderer has laid out. */
    public byte[] save(PdfBoxRenderer renderer) throws IOException {
        try (PDDocument document = renderer.createPDFKeepOpen()) {
            describe(document);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        }
    }

    private void describe(PDDocument document) {
        Calendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        day.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer("Laurel");
        information.setCreationDate(day);
        information.setModificationDate(day);
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage(language);
        CRC32 seed = new CRC32();
        seed.update(identifier.getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(seed.getValue());
    }
}
