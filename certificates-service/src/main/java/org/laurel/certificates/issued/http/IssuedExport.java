package org.laurel.certificates.issued.http;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.issued.db.IssuedQuery;
import org.laurel.certificates.issued.db.IssuedQuery.Wanted;
import org.laurel.certificates.issued.domain.IssuedEntry;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.csv.CsvLine;

/**
 * Writes a course run's list of certificates as CSV, a thousand lines at a time, each of which an index finds: memory does not
 * grow with the list, time grows as the list does, and no connection is held while a slow client reads.
 */
final class IssuedExport {

    private static final int CHUNK = 1_000;

    private static final List<String> HEADER = List.of(
            "learner_id",
            "username",
            "email",
            "enrollment_track",
            "certificate_status",
            "certificate_status_name",
            "certificate_mode",
            "grade",
            "verify_uuid",
            "created_at",
            "modified_at",
            "special_case",
            "exception_granted",
            "exception_notes",
            "invalidated_by",
            "invalidation_date",
            "invalidation_note");

    private IssuedExport() {}

    static void write(IssuedQuery issued, Wanted wanted, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(CsvLine.of(HEADER));
        LearnerId last = null;
        List<IssuedEntry> chunk;
        do {
            chunk = issued.byLearner(wanted, last, CHUNK);
            for (IssuedEntry entry : chunk) {
                writer.write(CsvLine.of(cells(entry)));
                last = entry.learnerId();
            }
            writer.flush();
        } while (chunk.size() == CHUNK);
    }

    private static List<@Nullable Object> cells(IssuedEntry entry) {
        IssuedLine line = IssuedLine.of(entry);
        Issued issued = entry.issued();
        Certificate certificate = issued == null ? null : issued.certificate();
        return Arrays.asList(
                entry.learnerId(),
                line.username(),
                line.email(),
                line.enrollmentTrack(),
                line.certificateStatus(),
                entry.status().readableName(),
                certificate == null ? null : certificate.mode(),
                certificate == null ? null : certificate.grade(),
                issued == null ? null : issued.verifyUuid(),
                certificate == null ? null : certificate.createdAt(),
                certificate == null ? null : certificate.modifiedAt(),
                line.specialCase(),
                line.exceptionGranted(),
                line.exceptionNotes(),
                line.invalidatedBy(),
                line.invalidationDate(),
                line.invalidationNote());
    }
}
