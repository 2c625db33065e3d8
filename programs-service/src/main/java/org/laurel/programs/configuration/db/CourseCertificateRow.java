package org.laurel.programs.configuration.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Row;
import org.laurel.programs.configuration.domain.CertificateType;
import org.laurel.programs.configuration.domain.CourseCertificate;

/** Reads a row of {@code course_certificate} or of its history. */
final class CourseCertificateRow {

    private CourseCertificateRow() {}

    static CourseCertificate certificate(ResultSet row) throws SQLException {
        String type = Row.text(row, "certificate_type");
        return new CourseCertificate(
                row.getLong("id"),
                new CourseKey(Row.text(row, "course_key")),
                CertificateType.of(type).orElseThrow(() -> new SQLException("no certificate type: " + type)),
                row.getBoolean("is_active"),
                Row.instantOrNull(row, "certificate_available_date"),
                order(row),
                row.getLong("version"),
                Row.instant(row, "created_at"),
                Row.instant(row, "modified_at"));
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
