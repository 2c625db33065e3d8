package org.laurel.programs.completionmail.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.UuidText;

/** Which template holds for which program. Source: programs, credential entities. */
public final class Identifier {

    /** The template for programs that have no other. */
    public static final String DEFAULT = "default";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,49}");

    private Identifier() {}

    /** Whether the text can be an identifier. */
    public static boolean isFit(String text) {
        return FORM.matcher(text).matches();
    }

    /** The identifier as it is kept: in lower case. */
    public static String normal(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The identifiers of templates for a program, in the order in which they are looked for. */
    public static List<String> candidates(UUID programUuid, String type) {
        String dashed = programUuid.toString();
        String hex = UuidText.digits(programUuid);
        return type.isEmpty() ? List.of(dashed, hex, DEFAULT) : List.of(dashed, hex, normal(type), DEFAULT);
    }

    /** The template for a program: the first that is found, even when it is not enabled; null when there is none. */
    public static @Nullable MailTemplate resolve(UUID programUuid, String type, Map<String, MailTemplate> templates) {
        return candidates(programUuid, type).stream()
                .map(templates::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
