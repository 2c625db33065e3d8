package org.laurel.certificates.issuance.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a certificate's page shows besides the certificate, fixed when it is granted or made anew. Source: decision 7.
 *
 * @param settingsId the version of the course run's settings, which has its title
 * @param configurationVersion the version of the course run's certificate configuration, null when it had
 *     none, or none with an active text
 * @param templateVersion the version of the template, null for the standard page
 * @param hoursOfEffort the hours of work that it says, null for none
 */
public record Presentation(
        long settingsId,
        @Nullable Long configurationVersion,
        @Nullable Long templateVersion,
        @Nullable Integer hoursOfEffort) {

    /** Nothing fixed: the standard page with the standard texts. */
    public static final Presentation STANDARD = new Presentation(0, null, null, null);
}
