package org.laurel.programs.record.http;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.kit.pdf.PdfDocument;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.record.http.ReadableRecords.Read;

/**
 * Makes records' PDF files, a few at a time: each takes tens of milliseconds of computing, and everybody who has a link may ask
 * for one. The same record is the same file, to the byte.
 */
@ApplicationScoped
class RecordFile {

    /** What XML cannot hold although it is text. */
    private static final Pattern UNFIT =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RETRY_SECONDS = 5;

    private final Template page;
    private final FilePlaces places;

    RecordFile(
            @Location("record/file.html") Template page,
            @ConfigProperty(name = "laurel.records.files-at-a-time", defaultValue = "2") int atATime) {
        this.page = page;
        this.places = new FilePlaces(atATime);
    }

    /** The file; 503 when too many are being made. */
    byte[] of(RecordSheet sheet, Read read) {
        String xhtml = UNFIT.matcher(page.data("sheet", sheet).render()).replaceAll("\u25a1");
        LocalDate date = LocalDate.ofInstant(read.record().lastUpdated().orElse(Instant.EPOCH), ZoneOffset.UTC);
        PdfDocument document =
                new PdfDocument(sheet.program(), "en", false, date, read.uuid().toString());
        await();
        try {
            return document.write(xhtml);
        } finally {
            places.leave();
        }
    }

    private void await() {
        try {
            if (places.enter(PATIENCE)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(
                Problem.of(503, "busy", "Too many files are being made. Try again shortly."), RETRY_SECONDS);
    }
}
