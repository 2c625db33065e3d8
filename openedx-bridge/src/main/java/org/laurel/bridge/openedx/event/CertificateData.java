package org.laurel.bridge.openedx.event;

/**
 * State of a certificate after the change. It has no id, no verify uuid and no availability date.
 *
 * @param user whose certificate
 * @param course of which course run
 * @param mode enrollment mode that it was earned in
 * @param grade grade as text, such as {@code 0.93}; may be blank
 * @param downloadUrl address of the file; blank when there is none
 * @param name name printed on it
 * @param currentStatus one of the certificate statuses of Open edX
 * @param previousStatus Open edX always leaves it blank
 */
public record CertificateData(
        UserData user,
        CourseData course,
        String mode,
        String grade,
        String downloadUrl,
        String name,
        String currentStatus,
        String previousStatus) {}
