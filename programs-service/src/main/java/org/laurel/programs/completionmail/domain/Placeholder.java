package org.laurel.programs.completionmail.domain;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template may say of the learner and the program, written as {@code {{ learner_name }}}. Nothing in a template is
 * executed, and a value is put in once: what looks like a placeholder in it stays as it is.
 */
public enum Placeholder {
    /** The learner's full name, the username when there is none. */
    LEARNER_NAME,
    /** The program's title. */
    PROGRAM_TITLE,
    /** The slug of the program's type. */
    PROGRAM_TYPE,
    /** What the learning platform is called. */
    PLATFORM_NAME,
    /** The address of the credential's page. */
    CREDENTIAL_URL;

    private static final Pattern BRACES = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*}}");
    private static final Pattern OPENING = Pattern.compile("\\{[{%#]");

    /** The name between the braces. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the template has nothing that looks like a placeholder but those that there are. */
    public static boolean areKnownIn(String template) {
        for (Placeholder known : values()) {
            template = known.pattern().matcher(template).replaceAll("");
        }
        return !OPENING.matcher(template).find();
    }

    /** This placeholder, with blanks as an author may write it. */
    public Pattern pattern() {
        return Pattern.compile("\\{\\{\\s*" + code() + "\\s*}}");
    }

    /**
     * Puts values in.
     *
     * @param written how a value is written in this kind of text
     */
    static String fill(String template, Completed completed, UnaryOperator<String> written) {
        return BRACES.matcher(template).replaceAll(found -> {
            for (Placeholder known : values()) {
                if (known.code().equals(found.group(1))) {
                    return Matcher.quoteReplacement(written.apply(completed.value(known)));
                }
            }
            return Matcher.quoteReplacement(found.group());
        });
    }
}
