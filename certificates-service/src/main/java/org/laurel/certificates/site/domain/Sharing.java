package org.laurel.certificates.site.domain;

import org.jspecify.annotations.Nullable;

/**
 * How learners may share their certificates.
 *
 * @param facebook whether the page offers to share on Facebook
 * @param facebookText what the post says, null for the page's title
 * @param twitter whether the page offers to share on Twitter
 * @param twitterText what the post says, null for the page's title
 * @param linkedin whether the page offers to add the certificate to a LinkedIn profile
 * @param linkedinCompanyId the organisation's number at LinkedIn, null to name it by its name
 */
public record Sharing(
        boolean facebook,
        @Nullable String facebookText,
        boolean twitter,
        @Nullable String twitterText,
        boolean linkedin,
        @Nullable String linkedinCompanyId) {

    /** No sharing. */
    public static final Sharing OFF = new Sharing(false, null, false, null, false, null);
}
