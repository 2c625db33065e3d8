package org.laurel.events.key;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Key of a course run, in one of three forms, kept in its original text:
 *
 * <ul>
 *   <li>{@code course-v1:Org+Course+Run}
 *   <li>{@code ccx-v1:Org+Course+Run+ccx@Id}, a custom course on top of a run
 *   <li>{@code Org/Course/Run}, the old form
 * </ul>
 *
 * Two texts are two keys: no form is converted into another.
 *
 * @param value at most 255 characters without whitespace or control characters
 */
public record CourseKey(String value) {

    private static final String NEW = "course-v1:";
    private static final String PART = KeyText.PART;
    private static final Pattern NEW_FORM =
            Pattern.compile("course-v1:(" + PART + ")\\+(" + PART + ")\\+(" + PART + ")");
    private static final Pattern CCX_FORM =
            Pattern.compile("ccx-v1:(" + PART + ")\\+(" + PART + ")\\+(" + PART + ")\\+ccx@[0-9]+");
    private static final Pattern OLD_FORM = Pattern.compile("(?![^/]*:)(" + PART + ")/(" + PART + ")/(" + PART + ")");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException when it has none of the three forms or breaks the rules of length and characters
     */
    public CourseKey {
        KeyText.check("course key", value);
        if (!value.startsWith(NEW) || KeyText.plainParts(value, NEW.length()) != 3) {
            parse(value);
        }
    }

    /** The organisation's part. */
    public String org() {
        return parse(value).group(1);
    }

    /** The course's part, the same for all runs of a course. */
    public String course() {
        return parse(value).group(2);
    }

    /** The run's part. */
    public String run() {
        return parse(value).group(3);
    }

    /** Whether this is a custom course on top of a run. */
    public boolean isCcx() {
        return value.startsWith("ccx-v1:");
    }

    @Override
    public String toString() {
        return value;
    }

    private static Matcher parse(String value) {
        for (Pattern form : new Pattern[] {NEW_FORM, CCX_FORM, OLD_FORM}) {
            Matcher matcher = form.matcher(value);
            if (matcher.matches()) {
                return matcher;
            }
        }
        throw new IllegalArgumentException("course key has no known form: " + value);
    }
}
