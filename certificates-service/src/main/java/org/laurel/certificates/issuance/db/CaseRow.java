package org.laurel.certificates.issuance.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.CourseRecord;
import org.laurel.certificates.issuance.domain.Reason;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.issuance.domain.StoredCase;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Row;

/** Reads a standing with its certificate from the columns of {@link #SELECT}. */
final class CaseRow {

    /** A standing and the certificate beside it; append the condition on {@code s}. */
    static final String SELECT = """
            select s.*, c.verify_uuid, c.status, c.mode as certificate_mode, c.grade as certificate_grade, c.name, c.reason,
                   c.created_at, c.modified_at, c.available_at,
                   c.version
            from standing s left join certificate c using (learner_id, course_key)
            """;

    private CaseRow() {}

    static CaseKey key(ResultSet row) throws SQLException {
        return new CaseKey(new LearnerId(Row.text(row, "learner_id")), new CourseKey(Row.text(row, "course_key")));
    }

    static StoredCase storedCase(ResultSet row) throws SQLException {
        Issued issued = row.getString("verify_uuid") == null ? null : issued(row);
        boolean neverGranted = issued != null && issued.certificate().reason() == Reason.NEVER_GRANTED;
        Certificate certificate = issued == null || neverGranted ? null : issued.certificate();
        Standing standing = new Standing(
                row.getString("mode"),
                row.getBoolean("is_active"),
                row.getBoolean("passing"),
                row.getBigDecimal("grade"));
        FactOrder foldedTo = new FactOrder(
                Row.instant(row, "folded_at"),
                row.getLong("folded_sequence"),
                row.getInt("folded_kind"),
                Row.text(row, "folded_source"),
                Row.text(row, "folded_id"));
        return new StoredCase(
                key(row), new CourseRecord(standing, certificate, foldedTo, row.getLong("settings_id")), issued);
    }

    private static @Nullable Issued issued(ResultSet row) throws SQLException {
        return new Issued(
                new Certificate(
                        CertificateStatus.of(Row.text(row, "status")),
                        Row.text(row, "certificate_mode"),
                        Row.text(row, "certificate_grade"),
                        Row.text(row, "name"),
                        Reason.of(Row.text(row, "reason")),
                        Row.instant(row, "created_at"),
                        Row.instant(row, "modified_at")),
                Row.instant(row, "available_at"),
                Row.text(row, "verify_uuid"),
                row.getLong("version"));
    }
}
