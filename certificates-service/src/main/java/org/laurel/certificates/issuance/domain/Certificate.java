package org.laurel.certificates.issuance.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A course certificate as the rules see it; the public id and the version belong to the stored row.
 *
 * @param mode the mode that it certifies
 * @param grade the course grade at its last change as text of at most five characters, empty without one
 * @param name the learner's name at its last change
 * @param reason why it is in this status
 * @param generationMode what set off its last generation
 * @param earned whether the learner has it: granted, or granted and its file being made anew
 * @param createdAt business time of what created it
 * @param modifiedAt business time of its last change
 */
public record Certificate(
        CertificateStatus status,
        String mode,
        String grade,
        String name,
        Reason reason,
        GenerationMode generationMode,
        boolean earned,
        CertificateFile file,
        Instant createdAt,
        Instant modifiedAt) {

    /** Grades are kept as text with at most three decimals. */
    public static String gradeText(@Nullable BigDecimal grade) {
        if (grade == null) {
            return "";
        }
        BigDecimal shown = grade.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return shown.scale() < 1 ? shown.setScale(1, RoundingMode.UNNECESSARY).toPlainString() : shown.toPlainString();
    }

    /** Revocation keeps only a grade that is not zero. */
    public static String gradeTextAfterRevocation(@Nullable BigDecimal grade) {
        return grade == null || grade.signum() == 0 ? "" : gradeText(grade);
    }

    /** Whether its status is none of the two of the audit track of old, which are no certificates. */
    public boolean isEligible() {
        return status != CertificateStatus.AUDIT_PASSING && status != CertificateStatus.AUDIT_NOTPASSING;
    }

    /** Whether it has one of the statuses that count as passed, a file in the making included. */
    public boolean isPassed() {
        return status.isPassed();
    }

    Certificate in(CertificateStatus next, Reason why, boolean nowEarned, CertificateFile nextFile, Instant at) {
        return new Certificate(next, mode, grade, name, why, generationMode, nowEarned, nextFile, createdAt, at);
    }

    Certificate named(String other, Instant at) {
        return new Certificate(status, mode, grade, other, reason, generationMode, earned, file, createdAt, at);
    }

    Certificate createdAt(Instant time) {
        return new Certificate(status, mode, grade, name, reason, generationMode, earned, file, time, modifiedAt);
    }

    /** Whether a reader would see no other certificate, the time of the change aside. */
    boolean readsLike(Certificate other) {
        return status == other.status
                && mode.equals(other.mode)
                && grade.equals(other.grade)
                && name.equals(other.name)
                && file.looksLike(other.file);
    }

    /** Whether a reader would see no difference at all; which request made the file nobody sees. */
    boolean looksLike(Certificate other) {
        return readsLike(other)
                && reason == other.reason
                && generationMode == other.generationMode
                && earned == other.earned
                && createdAt.equals(other.createdAt)
                && modifiedAt.equals(other.modifiedAt)
                && (!status.waitsForFile() || file.equals(other.file));
    }
}
