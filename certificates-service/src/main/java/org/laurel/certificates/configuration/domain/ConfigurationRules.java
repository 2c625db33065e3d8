package org.laurel.certificates.configuration.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.WebAddress;

/** What a course run's certificate configuration may say. */
public final class ConfigurationRules {

    /** Most texts of a run, and most signatories of a text. */
    public static final int MOST_ITEMS = 20;
    /** Longest name or title, in characters. */
    public static final int LONGEST_NAME = 255;
    /** Longest description, in characters. */
    public static final int LONGEST_DESCRIPTION = 5_000;
    /** Longest text of all overrides, in characters. */
    public static final int LONGEST_OVERRIDES = 20_000;

    private final List<Breach> breaches = new ArrayList<>();

    private ConfigurationRules() {}

    /** A broken rule: the member's path as clients call it, and what it must be. */
    public record Breach(String member, String message) {}

    /** Every rule that the configuration breaks; empty when it is fine. */
    public static List<Breach> breaches(CourseConfiguration configuration) {
        ConfigurationRules rules = new ConfigurationRules();
        rules.check(configuration);
        return rules.breaches;
    }

    private void check(CourseConfiguration configuration) {
        List<CertificateText> texts = configuration.certificates();
        list("certificates", texts.stream().map(CertificateText::id).toList());
        IntStream.range(0, texts.size()).forEach(i -> check("certificates[" + i + "].", texts.get(i)));
        text("display_coursenumber", configuration.displayCourseNumber(), LONGEST_NAME);
        text("display_organization", configuration.displayOrganization(), LONGEST_NAME);
        String overrides = configuration.htmlViewOverrides().toString();
        rule(
                overrides.length() <= LONGEST_OVERRIDES && overrides.indexOf('\0') < 0,
                "cert_html_view_overrides",
                "must have at most " + LONGEST_OVERRIDES + " characters in all, U+0000 not among them");
    }

    private void check(String path, CertificateText certificate) {
        rule(certificate.id() >= 0, path + "id", "must not be negative");
        rule(certificate.version() >= 0, path + "version", "must not be negative");
        rule(!certificate.name().isBlank(), path + "name", "must not be blank");
        text(path + "name", certificate.name(), LONGEST_NAME);
        text(path + "description", certificate.description(), LONGEST_DESCRIPTION);
        text(path + "course_title", certificate.courseTitle(), LONGEST_NAME);
        List<Signatory> signatories = certificate.signatories();
        list(path + "signatories", signatories.stream().map(Signatory::id).toList());
        IntStream.range(0, signatories.size())
                .forEach(i -> check(path + "signatories[" + i + "].", signatories.get(i)));
    }

    private void check(String path, Signatory signatory) {
        rule(signatory.id() >= 0, path + "id", "must not be negative");
        text(path + "name", signatory.name(), LONGEST_NAME);
        text(path + "title", signatory.title(), LONGEST_NAME);
        text(path + "organization", signatory.organization(), LONGEST_NAME);
        String image = signatory.signatureImagePath();
        rule(image.isEmpty() || WebAddress.isAllowed(image), path + "signature_image_path", WebAddress.RULE);
    }

    private void list(String path, List<Long> ids) {
        rule(ids.size() <= MOST_ITEMS, path, "must have at most " + MOST_ITEMS + " items");
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            rule(seen.add(ids.get(i)), path + "[" + i + "].id", "stands in the list twice");
        }
    }

    private void text(String path, @Nullable String value, int longest) {
        if (value != null) {
            rule(value.length() <= longest, path, "must have at most " + longest + " characters");
            rule(value.indexOf('\0') < 0, path, "must not contain the character U+0000");
        }
    }

    private void rule(boolean kept, String member, String message) {
        if (!kept) {
            breaches.add(new Breach(member, message));
        }
    }
}
