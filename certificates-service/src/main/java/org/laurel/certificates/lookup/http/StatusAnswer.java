package org.laurel.certificates.lookup.http;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.lookup.domain.DownloadableStatus;
import org.laurel.certificates.lookup.domain.LearnerMessage;
import org.laurel.certificates.lookup.domain.LearnerStatus;
import org.laurel.certificates.lookup.domain.ShownCertificate;
import org.laurel.certificates.lookup.domain.StatusDictionary;
import org.laurel.certificates.mode.domain.ModeLists;

/**
 * All that a learner's page of a course run says about the certificate.
 *
 * @param status {@code auditing} for an audit certificate where honor is not offered; without certificate {@code notpassing} or
 *     {@code unavailable}
 * @param mode the certified mode; {@code honor} without certificate, as existing clients expect
 * @param uuid the public id, null without certificate
 * @param grade the grade at its last change as text, null without one
 * @param downloadUrl where the certificate is, null unless {@code is_downloadable}
 * @param viewable whether certificates of the course run show now
 * @param availableDate from when the certificate can be seen, null without one
 * @param displayDate the date that it bears, null without one
 * @param requestButtonVisible whether the learner is offered to ask for the certificate
 * @param certificateStatus what the platform's own code reads as the status, in today's form
 * @param certificateStatus2012 the same in the form of 2012
 */
public record StatusAnswer(
        String learnerId,
        String courseKey,
        String status,
        String statusName,
        String mode,
        @Nullable String uuid,
        @Nullable String grade,
        boolean isDownloadable,
        boolean isGenerating,
        boolean isUnverified,
        boolean earnedButNotAvailable,
        boolean notEarnedButAvailableDate,
        @Nullable Instant certificateAvailableDate,
        @Nullable String downloadUrl,
        boolean isPdfCertificate,
        boolean viewable,
        @Nullable Instant availableDate,
        @Nullable Instant displayDate,
        boolean canShowCertificateMessage,
        Message message,
        boolean selfGenerationEnabled,
        boolean requestButtonVisible,
        boolean invalidated,
        boolean onAllowlist,
        Map<String, @Nullable Object> certificateStatus,

        @com.fasterxml.jackson.annotation.JsonProperty("certificate_status_2012")
        Map<String, @Nullable Object> certificateStatus2012) {

    /** What the learner is told: a code for programs and a sentence for people. */
    public record Message(String code, String text) {

        static Message of(LearnerMessage message) {
            return new Message(message.code(), message.text());
        }
    }

    static StatusAnswer of(CaseKey key, LearnerStatus status) {
        ShownCertificate shown = status.shown();
        DownloadableStatus downloadable = status.downloadable();
        String grade = shown == null ? "" : shown.certificate().grade();
        return new StatusAnswer(
                key.learnerId().value(),
                key.courseKey().value(),
                status.status().slug(),
                status.status().readableName(),
                shown == null ? ModeLists.HONOR : shown.certificate().mode(),
                shown == null ? null : shown.issued().verifyUuid(),
                grade.isEmpty() ? null : grade,
                downloadable.downloadable(),
                downloadable.generating(),
                downloadable.unverified(),
                downloadable.earnedButNotAvailable(),
                downloadable.notEarnedButAvailableDate(),
                downloadable.availableDate(),
                downloadable.downloadUrl(),
                downloadable.pdf(),
                status.viewable(),
                status.availableDate(),
                status.displayDate(),
                status.canShowMessage(),
                Message.of(status.message()),
                status.terms().selfGeneration(),
                status.canRequest(),
                status.standing().invalidated(),
                status.standing().allowlisted(),
                StatusDictionary.today(shown),
                StatusDictionary.of2012(shown));
    }
}
