package org.laurel.enrollment.cohort.http;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.ProblemException;

/** A CSV file in UTF-8 whose first row names the columns cohort and username or email. */
final class CohortFile {

    private static final long MOST_BYTES = 5L * 1024 * 1024;
    private static final int MOST_ROWS = 10_000;
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private CohortFile() {}

    /**
     * A row of the file.
     *
     * @param number counts rows from 1, without the names of the columns and blank lines
     * @param name username, else email address; empty when the row has neither
     * @param cohort the cohort's name, empty when the row has none
     */
    record Line(long number, String name, String cohort) {}

    /**
     * Reads an upload.
     *
     * @throws ProblemException 400 when there is none, or it is too large or no such file
     */
    static List<Line> lines(@Nullable FileUpload upload) {
        if (upload == null || upload.size() == 0) {
            throw ProblemException.badRequest("missing-file", "Upload a CSV file in the part uploaded-file.");
        }
        if (upload.size() > MOST_BYTES) {
            throw ProblemException.badRequest("file-too-large", "The file is larger than 5 MiB. Split it.");
        }
        try (CSVParser parser = FORMAT.parse(new StringReader(text(upload)))) {
            List<String> columns = parser.getHeaderNames().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList();
            if (!columns.contains("cohort") || (!columns.contains("username") && !columns.contains("email"))) {
                throw ProblemException.badRequest(
                        "missing-columns", "The first row names the columns: cohort, and username or email or both.");
            }
            List<Line> lines = parser.stream().map(CohortFile::line).toList();
            if (lines.size() > MOST_ROWS) {
                throw ProblemException.badRequest("file-too-large", "The file has more than 10,000 rows. Split it.");
            }
            return lines;
        } catch (CharacterCodingException notText) {
            throw ProblemException.badRequest("not-utf8", "The file cannot be read. Save it as CSV in UTF-8.");
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException malformed) {
            throw ProblemException.badRequest("invalid-file", "The file is no CSV file that can be read.");
        }
    }

    private static Line line(CSVRecord row) {
        String username = value(row, "username");
        return new Line(
                row.getRecordNumber(), username.isEmpty() ? value(row, "email") : username, value(row, "cohort"));
    }

    private static String value(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column).strip() : "";
    }

    private static String text(FileUpload upload) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content(upload)))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static byte[] content(FileUpload upload) {
        try {
            return Files.readAllBytes(upload.uploadedFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What tells two uploads apart, empty without a file. */
    static String digest(@Nullable FileUpload upload) {
        return upload == null || upload.size() > MOST_BYTES
                ? ""
                : UUID.nameUUIDFromBytes(content(upload)).toString();
    }
}
