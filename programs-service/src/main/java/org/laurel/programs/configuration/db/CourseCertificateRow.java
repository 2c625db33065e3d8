package org.laurel.programs.configuration.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Row;
import org.laurel.programs.configuration.domain.CertificateType;
import org.laurel.programs.configuration.domain.CourseCertificate;
import org.laurel.programs.configuration.domain.DateFact;

/** Reads a row of {@code course_certificate} or of its history. */
final class CourseCertificateRow {

    private CourseCertificateRow() {}

    static CourseCertificate certificate(ResultSet row) throws SQLException {
        String type = Row.text(row, "certificate_type");
        CourseKey courseKey = new CourseKey(Row.text(row, "course_key"));
        return new CourseCertificate(
                row.getLong("id"),
                courseKey,
                CertificateType.of(type).orElseThrow(() -> new SQLException("no certificate type: " + type)),
                row.getBoolean("is_active"),
                Row.instantOrNull(row, "certificate_available_date"),
                order(row),
                set(row, courseKey),
                row.getLong("version"),
                Row.instant(row, "created_at"),
                Row.instant(row, "modified_at"));
    }

    private static @Nullable DateFact set(ResultSet row, CourseKey courseKey) throws SQLException {
        Instant at = Row.instantOrNull(row, "set_at");
        return at == null
                ? null
                : DateFact.set(courseKey, Row.instantOrNull(row, "set_date"), at, Row.text(row, "set_id"));
    }

    /** The columns that say which fact dates the row. */
    static FactOrder order(ResultSet row) throws SQLException {
        return new FactOrder(
                Row.instant(row, "dated_at"),
                row.getLong("dated_sequence"),
                row.getInt("dated_kind"),
                Row.text(row, "dated_source"),
                Row.text(row, "dated_id"));
    }
}
