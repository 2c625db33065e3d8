package org.laurel.certificates.site.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.WebAddress;

/** What a site configuration may say. */
public final class SiteRules {

    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 255;
    /** Longest text of a post, in characters. */
    public static final int LONGEST_TEXT = 1_000;

    private static final Pattern SUFFIX = Pattern.compile("[A-Za-z0-9._~/?&=%#+-]{0,100}");
    private static final Pattern COMPANY = Pattern.compile("[0-9]{1,20}");

    private SiteRules() {}

    /** A broken rule: the member as clients call it, and what it must be. */
    public record Breach(String member, String message) {}

    /** Every rule that the configuration breaks; empty when it is fine. */
    public static List<Breach> breaches(SiteConfiguration site) {
        List<Breach> breaches = new ArrayList<>();
        text(breaches, "platform_name", site.platformName(), LONGEST_NAME);
        text(breaches, "organization_name", site.organizationName(), LONGEST_NAME);
        address(breaches, "logo_image_url", site.logoImageUrl());
        address(breaches, "logo_link_url", site.logoLinkUrl());
        address(breaches, "terms_url", site.termsUrl());
        address(breaches, "privacy_url", site.privacyUrl());
        address(breaches, "about_url", site.aboutUrl());
        address(breaches, "verify_url_prefix", site.verifyUrlPrefix());
        form(breaches, "verify_url_suffix", site.verifyUrlSuffix(), SUFFIX, "must consist of characters of an address");
        Sharing sharing = site.sharing();
        text(breaches, "facebook_text", sharing.facebookText(), LONGEST_TEXT);
        text(breaches, "twitter_text", sharing.twitterText(), LONGEST_TEXT);
        form(breaches, "linkedin_company_id", sharing.linkedinCompanyId(), COMPANY, "must be a number");
        return breaches;
    }

    private static void text(List<Breach> breaches, String member, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            breaches.add(new Breach(member, "must have at most " + longest + " characters"));
        } else if (value != null && value.chars().anyMatch(Character::isISOControl)) {
            breaches.add(new Breach(member, "must not contain control characters"));
        }
    }

    private static void address(List<Breach> breaches, String member, @Nullable String value) {
        if (value != null && !WebAddress.isAllowed(value)) {
            breaches.add(new Breach(member, WebAddress.RULE));
        }
    }

    private static void form(
            List<Breach> breaches, String member, @Nullable String value, Pattern form, String message) {
        if (value != null && !form.matcher(value).matches()) {
            breaches.add(new Breach(member, message));
        }
    }
}
