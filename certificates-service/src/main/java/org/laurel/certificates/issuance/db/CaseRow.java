package org.laurel.certificates.issuance.db;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateFile;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.CourseRecord;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.issuance.domain.Reason;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.issuance.domain.StoredCase;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Row;

/** Reads standings and certificates from rows. */
public final class CaseRow {

    /** The columns of a certificate {@code c} that {@link #issued} reads, under names that no standing has. */
    public static final String CERTIFICATE = """
            c.verify_uuid, c.status, c.mode as certificate_mode, c.grade as certificate_grade, c.name, c.reason,
            c.generation_mode, c.is_earned, c.download_uuid, c.download_url, c.error_reason, c.request_id, c.created_at,
            c.modified_at, c.available_at, c.date_override as issued_date_override, c.version""";

    /** A standing and the certificate beside it; append the condition on {@code s}. */
    public static final String SELECT =
            "select s.*, " + CERTIFICATE + " from standing s left join certificate c using (learner_id, course_key)\n";

    private CaseRow() {}

    /** Which case a row is about. */
    public static CaseKey key(ResultSet row) throws SQLException {
        return new CaseKey(new LearnerId(Row.text(row, "learner_id")), new CourseKey(Row.text(row, "course_key")));
    }

    /** The case of a row of {@link #SELECT}. */
    public static StoredCase storedCase(ResultSet row) throws SQLException {
        Issued issued = row.getString("verify_uuid") == null ? null : issued(row);
        boolean neverGranted = issued != null && issued.certificate().reason() == Reason.NEVER_GRANTED;
        Certificate certificate = issued == null || neverGranted ? null : issued.certificate();
        FactOrder foldedTo = new FactOrder(
                Row.instant(row, "folded_at"),
                row.getLong("folded_sequence"),
                row.getInt("folded_kind"),
                Row.text(row, "folded_source"),
                Row.text(row, "folded_id"));
        return new StoredCase(
                key(row),
                new CourseRecord(
                        standing(row), certificate, foldedTo, row.getLong("terms_known"), row.getLong("learner_known")),
                issued);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        BigDecimal percent = row.getBigDecimal("completion");
        return new Standing(
                row.getString("mode"),
                row.getBoolean("is_active"),
                row.getBoolean("passing"),
                row.getBigDecimal("grade"),
                row.getBoolean("beta_tester"),
                row.getBoolean("allowlisted"),
                row.getBoolean("invalidated"),
                Row.instantOrNull(row, "date_override"),
                percent == null ? null : new Standing.Completion(percent, row.getLong("completion_version")),
                row.getBoolean("completion_settled"));
    }

    /** The certificate of a row with the columns of {@link #CERTIFICATE}. */
    public static Issued issued(ResultSet row) throws SQLException {
        return new Issued(
                new Certificate(
                        CertificateStatus.of(Row.text(row, "status")),
                        Row.text(row, "certificate_mode"),
                        Row.text(row, "certificate_grade"),
                        Row.text(row, "name"),
                        Reason.of(Row.text(row, "reason")),
                        GenerationMode.of(Row.text(row, "generation_mode")),
                        row.getBoolean("is_earned"),
                        new CertificateFile(
                                Row.text(row, "download_uuid"),
                                Row.text(row, "download_url"),
                                Row.text(row, "error_reason"),
                                Row.text(row, "request_id")),
                        Row.instant(row, "created_at"),
                        Row.instant(row, "modified_at")),
                Row.instant(row, "available_at"),
                Row.instantOrNull(row, "issued_date_override"),
                Row.text(row, "verify_uuid"),
                row.getLong("version"));
    }
}
