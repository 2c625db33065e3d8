package org.laurel.enrollment.importing.domain;

import java.util.Arrays;
import java.util.Locale;

/** Why a row of an import is refused. A message quotes nothing from the row, which may be personal data. */
public enum RowCode {
    /** It is not an object of plain members. */
    UNREADABLE_ROW("The row is not a JSON object whose members are texts, numbers, true, false or null."),
    ROW_TOO_LONG("The row has more than 65,536 characters."),
    /** A text that no database holds. */
    UNSTORABLE_TEXT("A member holds the character U+0000 or half of a surrogate pair."),
    WRONG_NUMBER_OF_COLUMNS("The row has another number of fields than the header row."),
    /** It names nobody. */
    MISSING_LEARNER("Neither learner_id nor username nor email is given; a row about a learner needs learner_id."),
    BAD_LEARNER_ID("learner_id takes 1 to 255 characters without white space."),
    /** Nobody has the id, username or email address. */
    LEARNER_UNKNOWN("There is no such learner. Import learners before enrollments."),
    BAD_COURSE_KEY("course_key is missing or not a key. It looks like course-v1:Org+Course+Run or Org/Course/Run."),
    COURSE_UNKNOWN("There is no such course run. Import course runs before enrollments."),
    BAD_MODE("mode takes 1 to 100 characters without white space."),
    /** The run does not have the mode, expired ones included. */
    MODE_NOT_OFFERED("The course run does not have this mode."),
    BAD_DATE("A date is not of the form YYYY-MM-DDTHH:MM:SSZ, with or without fraction and offset, or out of range."),
    /** A date that has not come, where only the past makes sense. */
    FUTURE_DATE("occurred_at or created lies in the future."),
    BAD_FLAG("A flag takes true or false."),
    BAD_NUMBER("A number is none, or out of range."),
    TEXT_TOO_LONG("A text is too long: 255 characters, for bio, goals and mailing_address 3,000."),
    USERNAME_UNFIT("A username has 1 to 150 characters without blanks, commas, slashes and angle brackets."),
    EMAIL_UNFIT(
            "An email address has the form name@host and at most 254 characters, no blanks, control characters, commas, colons,"
                    + " semicolons, quotes, backslashes or brackets of any kind, and no empty part of the host."),
    NAME_UNFIT("A name has at most 255 characters, no angle brackets and no web address."),
    USERNAME_TAKEN("Another learner has this username."),
    EMAIL_TAKEN("Another learner has this email address."),
    CERTIFICATE_NAME_UNFIT("A name on certificates has 1 to 255 characters, no angle brackets and no web address."),
    RETIREMENT_PENDING("The learner has asked to be retired; the account stands still until that is cancelled."),
    RETIRED("The learner is retired for good."),
    LEARNER_RETIRED("The learner is retired for good."),
    YEAR_OF_BIRTH_UNFIT("year_of_birth is none of the last 120 years."),
    GENDER_UNFIT("gender is m, f or o."),
    LEVEL_OF_EDUCATION_UNFIT("level_of_education is p, m, b, a, hs, jhs, el, none, other, p_se or p_oth."),
    COUNTRY_UNFIT("country is an ISO 3166 code of two capital letters."),
    META_UNFIT("meta is a JSON object of at most 10,000 characters."),
    /** A member of the profile that has no code of its own. */
    PROFILE_UNFIT("A member of the profile breaks its rule: state, phone_number for instance."),
    /** A bundle's row about somebody who teaches or administers. */
    ROLE_NOT_IMPORTED("Only students are enrolled; other roles are not imported."),
    ROLE_UNKNOWN("role is none that the bundle's format has."),
    /** A class that is on its way out in the other system. */
    CLASS_TO_BE_DELETED("Course runs are not deleted; the class is passed over."),
    /** Two classes of a bundle would become one course run. */
    COURSE_KEY_TAKEN("Another class of the bundle has this course key already."),
    CLASS_UNKNOWN("The bundle has no such class, or the class is refused."),
    BAD_STATUS("status is active, inactive or tobedeleted, or empty."),
    /** What follows from it cannot be worked off; the other rows can. */
    UNDECIDABLE(
            "The row cannot be taken since something fails. The service's log says what; mend it and import it again.");

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

    /** Why a profile with this member is refused; {@link #PROFILE_UNFIT} when the member has no code of its own. */
    public static RowCode ofProfile(String member) {
        return Arrays.stream(values())
                .filter(code -> code.slug().equals(member + "_unfit"))
                .findFirst()
                .orElse(PROFILE_UNFIT);
    }
}
