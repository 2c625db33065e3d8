package org.laurel.certificates.lookup.domain;

import java.util.regex.Pattern;

/** Text that support staff searched for, as it comes out of a query string. Source: certificates, support staff. */
public final class SearchText {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private SearchText() {}

    /**
     * The text without HTML tags and outer spaces. A space inside stands for a plus sign that was not encoded: neither
     * usernames, e-mail addresses nor course keys hold spaces.
     */
    public static String of(String text) {
        return TAG.matcher(text).replaceAll("").strip().replace(' ', '+');
    }
}
