package org.laurel.enrollment.preference.domain;

/** Preferences that this service itself reads; all others are the clients' business. */
public final class PreferenceKeys {

    /** Who sees the account: {@code all_users}, {@code custom} or {@code private}. */
    public static final String ACCOUNT_PRIVACY = "account_privacy";

    /** Before the name of a member of the account: who sees it when the privacy is {@code custom}. */
    public static final String VISIBILITY = "visibility.";

    /** Name of the learner's time zone. */
    public static final String TIME_ZONE = "time_zone";

    private PreferenceKeys() {}
}
