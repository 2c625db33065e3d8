package org.laurel.certificates.issuance.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;

/**
 * What has to be written so that the stored certificate becomes the folded one. The public id and the time of creation stay as
 * they were, whatever a late fact changes; only a statement of another system brings its own.
 *
 * @param next the row to write
 * @param previous the row that readers saw before, null when they saw none
 * @param occurredAt business time of the change
 */
public record Difference(Issued next, @Nullable Issued previous, Instant occurredAt) {

    /**
     * Compares.
     *
     * @param verifyUuid the public id for a certificate that has none yet
     * @param terms the course run's newest terms
     * @return empty when a reader could not see any change
     */
    public static Optional<Difference> between(
            @Nullable Issued stored, CourseRecord folded, String verifyUuid, Terms terms) {
        return between(stored, folded, verifyUuid, null, terms);
    }

    /**
     * Compares, where another system may have stated when the certificate was created.
     *
     * @param statedCreation what it stated last, null when it did not
     */
    public static Optional<Difference> between(
            @Nullable Issued stored,
            CourseRecord folded,
            String verifyUuid,
            @Nullable Instant statedCreation,
            Terms terms) {
        Certificate result = folded.certificate();
        Instant override = folded.standing().dateOverride();
        if (stored == null) {
            return result == null
                    ? Optional.empty()
                    : Optional.of(new Difference(
                            new Issued(result, Visibility.availableAt(terms, result), override, verifyUuid, 1),
                            null,
                            result.modifiedAt()));
        }
        Certificate before = stored.certificate();
        Certificate after =
                result == null ? withdrawn(before, folded.at()) : withCreation(before, result, statedCreation);
        Instant availableAt = Visibility.availableAt(terms, after);
        if (after.looksLike(before)
                && availableAt.equals(stored.availableAt())
                && Objects.equals(override, stored.dateOverride())) {
            return Optional.empty();
        }
        Issued next = new Issued(after, availableAt, override, stored.verifyUuid(), stored.version() + 1);
        return Optional.of(new Difference(next, stored, after.looksLike(before) ? folded.at() : after.modifiedAt()));
    }

    /** The status that readers saw before, null when they saw none. */
    public @Nullable CertificateStatus previousStatus() {
        return previous == null ? null : previous.certificate().status();
    }

    /** Whether the certificate becomes one that the learner has. */
    public boolean awards() {
        return next.certificate().earned() && !wasEarned();
    }

    /** Whether the learner no longer has the certificate. */
    public boolean revokes() {
        return !next.certificate().earned() && wasEarned();
    }

    /** Whether the renderer has to be asked for something that it was not asked for before. */
    public boolean asksRenderer() {
        String request = next.certificate().file().requestId();
        boolean waiting = next.certificate().status().waitsForFile();
        return waiting
                && !request.isEmpty()
                && (previous == null
                        || !request.equals(previous.certificate().file().requestId()));
    }

    /** Whether the certificate had a file that it has no longer, and the renderer is not the one to remove it. */
    public boolean losesFile() {
        return previous != null
                && !previous.certificate().file().downloadUuid().isEmpty()
                && next.certificate().file().downloadUuid().isEmpty();
    }

    /**
     * Whether the certificate is granted, or its file is made anew, so that what its page shows is fixed now. A late fact that
     * moves its dates or its grade does not change its page.
     */
    public boolean presentsAnew() {
        Certificate certificate = next.certificate();
        boolean rewritten = previous != null
                && previous.certificate().earned()
                && !previous.certificate().mode().equals(certificate.mode());
        boolean answered = previous != null
                && !certificate.file().requestId().isEmpty()
                && certificate
                        .file()
                        .requestId()
                        .equals(previous.certificate().file().requestId());
        return asksRenderer() || ((awards() || (certificate.earned() && rewritten)) && !answered);
    }

    private boolean wasEarned() {
        return previous != null && previous.certificate().earned();
    }

    private static Certificate withCreation(Certificate before, Certificate result, @Nullable Instant statedCreation) {
        if (statedCreation != null) {
            return result.createdAt(statedCreation);
        }
        return result.reason() == Reason.STATED ? result : result.createdAt(before.createdAt());
    }

    private static Certificate withdrawn(Certificate before, Instant at) {
        if (before.reason() == Reason.NEVER_GRANTED) {
            return before;
        }
        return new Certificate(
                CertificateStatus.UNAVAILABLE,
                before.mode(),
                "",
                before.name(),
                Reason.NEVER_GRANTED,
                before.generationMode(),
                false,
                CertificateFile.NONE,
                before.createdAt(),
                at);
    }
}
