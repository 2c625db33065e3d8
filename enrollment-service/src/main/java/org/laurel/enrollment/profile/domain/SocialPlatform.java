package org.laurel.enrollment.profile.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Platforms that a profile links to, one link each. */
public enum SocialPlatform {
    FACEBOOK("www.facebook.com/"),
    TWITTER("www.twitter.com/"),
    LINKEDIN("www.linkedin.com/in/");

    private static final int LONGEST = 255;
    private static final String NAME = "([A-Za-z0-9._%-]+)/?";

    private final String place;
    private final Pattern accepted;

    SocialPlatform(String place) {
        this.place = place;
        String host = "(?:https?://)?(?:www\\.)?" + Pattern.quote(place.substring("www.".length()));
        this.accepted = Pattern.compile("(?:" + host + ")?" + NAME, Pattern.CASE_INSENSITIVE);
    }

    /** As clients call it. */
    public String member() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The platform that clients call so. */
    public static Optional<SocialPlatform> of(String member) {
        for (SocialPlatform platform : values()) {
            if (platform.member().equals(member)) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }

    /** The address of a page on the platform, given as an address or as the name alone; empty when the text is neither. */
    public Optional<String> address(String text) {
        Matcher matcher = accepted.matcher(text.strip());
        return matcher.matches() && text.length() <= LONGEST
                ? Optional.of("https://" + place + matcher.group(1))
                : Optional.empty();
    }
}
