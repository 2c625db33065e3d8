package org.laurel.certificates.site.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who issues the certificates of this deployment, for the header, footer and links of their pages. A deployment serves one
 * site. Null means that nothing is configured; the page then leaves the part out.
 *
 * @param platformName name of the learning platform
 * @param organizationName who stands behind the certificates
 * @param logoImageUrl the picture in the header
 * @param logoLinkUrl where a click on the picture leads
 * @param termsUrl the terms of service, linked in the footer
 * @param privacyUrl the privacy policy, linked in the footer
 * @param aboutUrl about the organisation, linked in the footer
 * @param verifyUrlPrefix what stands before the certificate's id in the address where it is verified
 * @param verifyUrlSuffix what stands after it
 */
public record SiteConfiguration(
        @Nullable String platformName,
        @Nullable String organizationName,
        @Nullable String logoImageUrl,
        @Nullable String logoLinkUrl,
        @Nullable String termsUrl,
        @Nullable String privacyUrl,
        @Nullable String aboutUrl,
        @Nullable String verifyUrlPrefix,
        @Nullable String verifyUrlSuffix,
        Sharing sharing) {

    /** The setting that holds the configuration. */
    public static final String SUBJECT = "site";

    /** What holds before anybody has said anything. */
    public static final SiteConfiguration EMPTY =
            new SiteConfiguration(null, null, null, null, null, null, null, null, null, Sharing.OFF);
}
