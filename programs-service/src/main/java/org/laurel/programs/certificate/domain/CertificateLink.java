package org.laurel.programs.certificate.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/**
 * Where a learner's certificate in a course run is, as certificates-service tells.
 *
 * @param version counts the changes of the certificate; the highest wins
 * @param status slug of the certificate's status
 * @param verifyUuid the public id of its page, null until it first had one
 * @param downloadUrl its file, null without one
 */
public record CertificateLink(
        LearnerId learnerId,
        CourseKey courseKey,
        long version,
        String status,
        @Nullable String verifyUuid,
        @Nullable String downloadUrl) {

    private static final String GRANTED = "downloadable";

    /** Whether the certificate is granted and ready. */
    public boolean isGranted() {
        return status.equals(GRANTED);
    }

    /**
     * Where a granted certificate is read: its page, or its file in a run whose certificates are no pages; null when it is not
     * granted or has neither.
     *
     * @param origin beginning of the addresses of pages
     */
    public @Nullable String address(String origin, boolean isPage) {
        if (!isGranted()) {
            return null;
        }
        return verifyUuid != null && (isPage || downloadUrl == null)
                ? origin + "/certificates/" + verifyUuid
                : downloadUrl;
    }
}
