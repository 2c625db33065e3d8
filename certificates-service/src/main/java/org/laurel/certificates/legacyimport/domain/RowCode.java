package org.laurel.certificates.legacyimport.domain;

import java.util.Locale;

/** Why a row of an import is refused. A message quotes nothing from the row, which may be personal data. */
public enum RowCode {
    /** It is not an object of plain members. */
    UNREADABLE_ROW("The row is not a JSON object whose members are texts, numbers, true, false or null."),
    /** It is longer than any certificate. */
    ROW_TOO_LONG("The row has more than 65,536 characters."),
    /** A text that no database holds. */
    UNSTORABLE_TEXT("A member holds the character U+0000 or half of a surrogate pair."),
    /** It has more or fewer fields than the header row. */
    WRONG_NUMBER_OF_COLUMNS("The row has another number of fields than the header row."),
    /** It names nobody. */
    MISSING_LEARNER("Neither learner_id nor username is given."),
    /** The learner id breaks the rules of ids. */
    BAD_LEARNER_ID("learner_id takes 1 to 255 characters without white space."),
    /** A username that nobody has here. */
    UNKNOWN_LEARNER("Nobody is known by this username. Give learner_id as well."),
    /** No key of a course run. */
    BAD_COURSE_KEY("course_key is missing or not a key. It looks like course-v1:Org+Course+Run or Org/Course/Run."),
    /** A status that no certificate ever had. */
    UNKNOWN_STATUS("status is missing or none of the sixteen statuses."),
    /** A mode that is no slug. */
    BAD_MODE("mode takes 1 to 100 characters without white space."),
    /** A grade outside its range. */
    BAD_GRADE("grade is a decimal fraction from 0 to 1."),
    /** A text longer than its column ever was. */
    TEXT_TOO_LONG("A text is too long: names take 255 characters, usernames 150, email addresses 254, error_reason 512,"
            + " download_uuid 32, download_url 2,048."),
    /** A public id of another form. */
    BAD_VERIFY_UUID("verify_uuid is 32 lower-case hexadecimal digits."),
    /** Somebody else's certificate, or another of the same learner, has this public id. */
    UUID_IN_USE("Another certificate has this verify_uuid."),
    /** The certificate is here already, under another public id. */
    OTHER_UUID("The learner's certificate in this course run is here already, with another verify_uuid."),
    /** No date at all. */
    MISSING_DATE("Neither modified_at nor created_at is given."),
    /** A date that does not parse. */
    BAD_DATE("A date is not of the form YYYY-MM-DDTHH:MM:SSZ, with or without fraction and offset."),
    /** A date that has not come. */
    FUTURE_DATE("A date lies in the future."),
    /** A flag that is neither true nor false. */
    BAD_FLAG("is_active is true or false."),
    /** The same learner and course run for the second time. */
    DUPLICATE_ROW("An earlier row of this import is about the same learner and course run."),
    /** What follows from it cannot be decided; the other rows of its chunk can. */
    UNDECIDABLE(
            "The row cannot be taken since a rule of this deployment fails. The service's log says which failure; mend it"
                    + " and import the row again.");

    private final String message;

    RowCode(String message) {
        this.message = message;
    }

    /** What is wrong and how to mend it. */
    public String message() {
        return message;
    }

    /** The name in reports and in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code with this name; an {@link IllegalArgumentException} when there is none. */
    public static RowCode of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
