package org.laurel.enrollment.learner.domain;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What usernames, email addresses and names look like, whoever sends them (accounts, validation). */
public final class AccountRules {

    private static final Pattern USERNAME = Pattern.compile("[^\\s\\x00,/<>]{1,150}");

    /** Blanks, control characters and what has a meaning of its own in the header of a mail. */
    private static final String NO_ADDRESS = "\\s\\p{Z}\\p{Cc}@<>,()\"\\\\:;\\[\\]";

    private static final Pattern EMAIL = Pattern.compile("[^%1$s]+@[^%1$s.]+(?:\\.[^%1$s.]+)*".formatted(NO_ADDRESS));
    private static final int EMAIL_LENGTH = 254;
    private static final int NAME_LENGTH = 255;

    private AccountRules() {}

    /** The first rule that a learner breaks, null when everything is fine. */
    static @Nullable Objection objection(Account account, CertificatePreferences preferences) {
        if (!isUsername(account.username())) {
            return Objection.USERNAME_UNFIT;
        }
        if (!isEmail(account.email())) {
            return Objection.EMAIL_UNFIT;
        }
        if (!isName(account.name())) {
            return Objection.NAME_UNFIT;
        }
        boolean fit = isOptionalName(preferences.certificateName()) && isOptionalName(preferences.verifiedName());
        return fit ? null : Objection.CERTIFICATE_NAME_UNFIT;
    }

    /** Commas and slashes would make paths that name a learner ambiguous. */
    public static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }

    /** The empty text stands for no address; every other one can be mailed to. */
    public static boolean isEmail(String text) {
        return text.isEmpty()
                || (length(text) <= EMAIL_LENGTH && EMAIL.matcher(text).matches());
    }

    /** No angle brackets and no address of a web page, because names are shown to others. */
    public static boolean isName(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return length(text) <= NAME_LENGTH
                && text.chars().noneMatch(c -> c == '<' || c == '>' || c == '\0')
                && !lower.contains("://")
                && !lower.contains("www.");
    }

    private static boolean isOptionalName(@Nullable String text) {
        return text == null || (!text.isBlank() && isName(text));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
