package org.laurel.certificates.page.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/**
 * Somebody other than its owner looked at a certificate's page. Source: certificates, tracking events; decision 4 everywhere.
 *
 * @param viewer tells viewers of one hour apart and says nothing about who they are
 * @param socialNetwork where the viewer came from, {@code LinkedIn} when that is not known
 */
public record Visit(
        CaseKey key, String verifyUuid, String mode, String viewer, String socialNetwork, Instant at, Cause cause)
        implements DomainFact {

    private static final Pattern CRAWLER = Pattern.compile(
            "bot|crawl|spider|slurp|preview|facebookexternalhit|embedly|headless|curl|wget|python|java/|okhttp|monitor",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> NETWORKS = Map.of(
            "facebook.com",
            "Facebook",
            "fb.com",
            "Facebook",
            "twitter.com",
            "Twitter",
            "t.co",
            "Twitter",
            "x.com",
            "Twitter",
            "linkedin.com",
            "LinkedIn",
            "lnkd.in",
            "LinkedIn");
    private static final String UNKNOWN = "LinkedIn";

    /** Whether a program asks, by what it says of itself; one that says nothing is taken for a program. */
    public static boolean isCrawler(@Nullable String userAgent) {
        return userAgent == null
                || userAgent.isBlank()
                || CRAWLER.matcher(userAgent).find();
    }

    /** The social network that an address belongs to. */
    public static String network(@Nullable String referrer) {
        if (referrer == null) {
            return UNKNOWN;
        }
        String host = referrer.replaceFirst("^[a-zA-Z]+://", "").replaceFirst("[/?#:].*$", "");
        String plain = host.toLowerCase(Locale.ROOT);
        return NETWORKS.entrySet().stream()
                .filter(network -> plain.equals(network.getKey()) || plain.endsWith("." + network.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
