package org.laurel.programs.completionmail.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a template may say. */
public final class TemplateRules {

    /** Longest subject, in characters. */
    public static final int LONGEST_SUBJECT = 200;

    /** Longest text of either form, in characters. */
    public static final int LONGEST_TEXT = 100_000;

    private static final String KNOWN = Arrays.stream(Placeholder.values())
            .map(known -> "{{ " + known.code() + " }}")
            .collect(Collectors.joining(", "));

    private TemplateRules() {}

    /** A broken rule: the member as clients call it, and what it must be. */
    public record Breach(String member, String message) {}

    /** Every rule that the template breaks; empty when it is fine. */
    public static List<Breach> breaches(MailTemplate template) {
        List<Breach> breaches = new ArrayList<>();
        if (!Identifier.isFit(template.identifier())) {
            breaches.add(new Breach(
                    "identifier",
                    "must be the uuid of a program, the slug of a type, or default, of 50 characters at most"));
        }
        if (template.subject() != null) {
            check(breaches, "subject_template", template.subject(), LONGEST_SUBJECT);
        }
        check(breaches, "html_template", template.html(), LONGEST_TEXT);
        check(breaches, "plaintext_template", template.plaintext(), LONGEST_TEXT);
        if (template.plaintext().isBlank()) {
            breaches.add(new Breach("plaintext_template", "must not be empty"));
        }
        return breaches;
    }

    private static void check(List<Breach> breaches, String member, String text, int longest) {
        if (text.length() > longest) {
            breaches.add(new Breach(member, "must have at most " + longest + " characters"));
        } else if (text.indexOf('\0') >= 0) {
            breaches.add(new Breach(member, "must not contain U+0000"));
        } else if (!Placeholder.areKnownIn(text)) {
            breaches.add(new Breach(member, "must have no placeholders but " + KNOWN));
        }
    }
}
