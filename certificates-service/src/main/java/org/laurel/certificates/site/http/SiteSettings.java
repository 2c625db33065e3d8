package org.laurel.certificates.site.http;

import org.jspecify.annotations.Nullable;
import org.laurel.certificates.site.domain.Sharing;
import org.laurel.certificates.site.domain.SiteConfiguration;

/**
 * The site configuration as clients send and see it; an absent, null or blank member is not configured.
 *
 * @param platformName name of the learning platform
 * @param organizationName who stands behind the certificates
 * @param logoImageUrl the picture in the header
 * @param logoLinkUrl where a click on the picture leads
 * @param termsUrl the terms of service
 * @param privacyUrl the privacy policy
 * @param aboutUrl about the organisation
 * @param verifyUrlPrefix what stands before the certificate's id in the address where it is verified
 * @param verifyUrlSuffix what stands after it
 * @param facebookSharing whether pages offer to share on Facebook
 * @param facebookText what the post says
 * @param twitterSharing whether pages offer to share on Twitter
 * @param twitterText what the post says
 * @param linkedinSharing whether pages offer to add the certificate to a LinkedIn profile
 * @param linkedinCompanyId the organisation's number at LinkedIn
 */
public record SiteSettings(
        @Nullable String platformName,
        @Nullable String organizationName,
        @Nullable String logoImageUrl,
        @Nullable String logoLinkUrl,
        @Nullable String termsUrl,
        @Nullable String privacyUrl,
        @Nullable String aboutUrl,
        @Nullable String verifyUrlPrefix,
        @Nullable String verifyUrlSuffix,
        boolean facebookSharing,
        @Nullable String facebookText,
        boolean twitterSharing,
        @Nullable String twitterText,
        boolean linkedinSharing,
        @Nullable String linkedinCompanyId) {

    static SiteSettings of(SiteConfiguration site) {
        Sharing sharing = site.sharing();
        return new SiteSettings(
                site.platformName(),
                site.organizationName(),
                site.logoImageUrl(),
                site.logoLinkUrl(),
                site.termsUrl(),
                site.privacyUrl(),
                site.aboutUrl(),
                site.verifyUrlPrefix(),
                site.verifyUrlSuffix(),
                sharing.facebook(),
                sharing.facebookText(),
                sharing.twitter(),
                sharing.twitterText(),
                sharing.linkedin(),
                sharing.linkedinCompanyId());
    }

    SiteConfiguration site() {
        return new SiteConfiguration(
                unlessBlank(platformName),
                unlessBlank(organizationName),
                unlessBlank(logoImageUrl),
                unlessBlank(logoLinkUrl),
                unlessBlank(termsUrl),
                unlessBlank(privacyUrl),
                unlessBlank(aboutUrl),
                unlessBlank(verifyUrlPrefix),
                unlessBlank(verifyUrlSuffix),
                new Sharing(
                        facebookSharing,
                        unlessBlank(facebookText),
                        twitterSharing,
                        unlessBlank(twitterText),
                        linkedinSharing,
                        unlessBlank(linkedinCompanyId)));
    }

    private static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
