package org.laurel.certificates.allowlist.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.allowlist.domain.CsvText;

/** An uploaded file of comma-separated values in UTF-8, with or without a byte order mark. */
public sealed interface CsvFile {

    /** The largest file, in bytes: 5 MiB. */
    long MOST_BYTES = 5L * 1024 * 1024;

    /** The most rows, blank lines included. */
    int MOST_ROWS = 10_000;

    /** The rows; a blank line is a row without fields. */
    record Rows(List<List<String>> rows) implements CsvFile {}

    /** It cannot be read: which problem that is, and a sentence that tells what to do. */
    record Fault(String code, String why) implements CsvFile {}

    /** Reads an upload, null when there was none. */
    static CsvFile of(@Nullable FileUpload upload) {
        if (upload == null) {
            return new Fault("file_missing", "No file was uploaded. Choose a CSV file.");
        }
        String name = upload.fileName();
        if (name == null || !name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return new Fault("not_a_csv_file", "The file is not a CSV file: its name must end in .csv.");
        }
        if (upload.size() > MOST_BYTES) {
            return new Fault("file_too_large", "The file is larger than 5 MiB. Split it.");
        }
        try {
            return read(content(upload));
        } catch (CharacterCodingException wrong) {
            return notText();
        }
    }

    private static CsvFile read(byte[] content) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        if (text.indexOf('\0') >= 0) {
            return notText();
        }
        List<List<String>> rows = CsvText.rows(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return rows.size() > MOST_ROWS
                ? new Fault("file_too_large", "The file has more than 10,000 rows. Split it.")
                : new Rows(rows);
    }

    private static Fault notText() {
        return new Fault("not_utf8", "The file cannot be read. Save it as CSV in UTF-8.");
    }

    private static byte[] content(FileUpload upload) {
        try {
            return Files.readAllBytes(upload.uploadedFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What tells two uploads apart: the file's name and content, empty without a file. */
    static String digest(@Nullable FileUpload upload) {
        return upload == null || upload.size() > MOST_BYTES
                ? ""
                : upload.fileName() + " " + UUID.nameUUIDFromBytes(content(upload));
    }
}
