package org.laurel.certificates.statement.http;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.StatedCertificate;
import org.laurel.certificates.mode.domain.ModeLists;
import org.laurel.kit.problem.ProblemException;

/**
 * A certificate as a service client states it.
 *
 * @param status a certificate status
 * @param mode a known mode; {@code credit} and the unpaid ones are taken too
 * @param grade from 0 to 1, left out for none
 * @param name left out for the name that the learner has here
 * @param verifyUuid 32 lower-case hexadecimal digits, left out for the one that the certificate has or a new one
 * @param createdAt left out for the time that the certificate has, or now
 * @param modifiedAt left out for now
 * @param downloadUrl the file of a certificate that is one
 * @param errorReason why the file could not be made
 * @param reason why the client states it, for the history
 */
public record StatementBody(
        @NotNull String status,
        @NotNull String mode,
        @Nullable @DecimalMin("0") @DecimalMax("1") BigDecimal grade,
        @Nullable @Size(max = 255) String name,
        @Nullable @Pattern(regexp = "[0-9a-f]{32}") String verifyUuid,
        @Nullable Instant createdAt,
        @Nullable Instant modifiedAt,
        @Nullable @Pattern(regexp = "[0-9a-f]{32}|") String downloadUuid,
        @Nullable @Size(max = 2_000) String downloadUrl,
        @Nullable @Size(max = 512) String errorReason,
        @Nullable @Size(max = 1_000) String reason) {

    /** What is stated; a 400 for a status or mode that does not exist. */
    StatedCertificate stated(Instant now) {
        if (!ModeLists.ALL_MODES.contains(mode)) {
            throw ProblemException.badRequest("unknown_mode", "There is no such mode.");
        }
        if ((createdAt != null && createdAt.isAfter(now)) || (modifiedAt != null && modifiedAt.isAfter(now))) {
            throw ProblemException.badRequest("clock_ahead", "created_at and modified_at must not lie in the future.");
        }
        return new StatedCertificate(
                parsed(),
                mode,
                Certificate.gradeText(grade),
                name,
                verifyUuid,
                createdAt,
                modifiedAt,
                downloadUuid == null ? "" : downloadUuid,
                downloadUrl == null ? "" : downloadUrl,
                errorReason == null ? "" : errorReason);
    }

    private CertificateStatus parsed() {
        try {
            return CertificateStatus.of(status);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.badRequest("unknown_status", "There is no such certificate status.");
        }
    }
}
