package org.laurel.enrollment.importing.http;

import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.importing.app.SentFile;
import org.laurel.enrollment.importing.domain.ImportFormat;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.upload.UploadedFile;

/** Checks a body's size and media type before anything reads its rows. */
final class ImportBody {

    static final String ZIP = "application/zip";

    private ImportBody() {}

    /** The file to hand on; a 400, 413 or 415 that says what to do when it is none. */
    static SentFile of(@Nullable UploadedFile body, @Nullable MediaType type, long firstLine) {
        ImportFormat format = format(type);
        UploadedFile file = kept(body);
        return new SentFile(Objects.requireNonNull(file.path()), file.sha256(), file.size(), format, firstLine);
    }

    /** A body that is there and was small enough to be kept. */
    static UploadedFile kept(@Nullable UploadedFile body) {
        if (body == null || body.isEmpty()) {
            throw ProblemException.badRequest("empty_body", "The body is empty; send the rows in it.");
        }
        if (body.path() == null) {
            throw tooLarge();
        }
        return body;
    }

    /** Whether the body is a bundle. */
    static boolean isZip(@Nullable MediaType type) {
        return type != null && ZIP.equals(name(type));
    }

    static ProblemException tooLarge() {
        return new ProblemException(Problem.of(
                413,
                "part_too_large",
                "The body is too large for one request. Open an import without a body, then send the file in parts, cut"
                        + " at line ends, to …/imports/{id}/parts?n=1 and so on, and start it. A bundle comes in one"
                        + " request; one that is too large is sent as single files."));
    }

    private static ImportFormat format(@Nullable MediaType type) {
        if (type == null) {
            throw unsupported("The request has no Content-Type.");
        }
        String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
        if (!charset.replace("\"", "").equalsIgnoreCase("utf-8")) {
            throw unsupported("The file must be in UTF-8; convert it first, for example with iconv.");
        }
        return ImportFormat.ofMediaType(name(type))
                .orElseThrow(() -> unsupported("This media type is not taken here."));
    }

    private static String name(MediaType type) {
        return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
    }

    private static ProblemException unsupported(String what) {
        return new ProblemException(Problem.of(
                415,
                "unsupported_media_type",
                what + " Send JSON Lines as application/x-ndjson, CSV with a header row as text/csv, or a OneRoster 1.2"
                        + " bundle as application/zip."));
    }
}
