package org.laurel.enrollment.profile.domain;

import java.util.Locale;

/** The members of a profile that are plain texts. */
public enum ProfileText {
    GENDER(6),
    LEVEL_OF_EDUCATION(6),
    COUNTRY(2),
    STATE(2),
    CITY(255),
    LANGUAGE(255),
    LOCATION(255),
    BIO(3000),
    GOALS(3000),
    MAILING_ADDRESS(3000),
    PHONE_NUMBER(50);

    private final int longest;

    ProfileText(int longest) {
        this.longest = longest;
    }

    /** The most characters that it has. */
    public int longest() {
        return longest;
    }

    /** As clients call it. */
    public String member() {
        return name().toLowerCase(Locale.ROOT);
    }
}
