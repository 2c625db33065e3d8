package org.laurel.programs.settings.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.domain.WebAddress;

/** What site settings may say. */
public final class SiteRules {

    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 255;

    /** Most entries of a list. */
    public static final int MOST_ENTRIES = 1_000;

    private static final Pattern EMAIL = Pattern.compile("[^\\s\\p{Cntrl}@,<>\"]{1,64}@[A-Za-z0-9.-]{1,189}");

    private SiteRules() {}

    /** A broken rule: the member as clients call it, and what it must be. */
    public record Breach(String member, String message) {}

    /** Every rule that the settings break; empty when they are fine. */
    public static List<Breach> breaches(SiteSettings settings) {
        List<Breach> breaches = new ArrayList<>();
        if (settings.platformName().isBlank()) {
            breaches.add(new Breach("platform_name", "must not be empty"));
        }
        text(breaches, "platform_name", settings.platformName());
        without(breaches, settings.programsWithoutCertificates());
        if (settings.recordsByOrganization().size() > MOST_ENTRIES) {
            breaches.add(new Breach("records_by_organization", "must have at most " + MOST_ENTRIES + " members"));
        }
        settings.recordsByOrganization().keySet().stream()
                .sorted()
                .forEach(key -> text(breaches, "records_by_organization", key));
        address(breaches, "records_help_url", settings.recordsHelpUrl());
        address(breaches, "marketing_root", settings.marketingRoot());
        address(breaches, "commerce_url", settings.commerceUrl());
        String sender = settings.partnerFromAddress();
        if (sender != null && !EMAIL.matcher(sender).matches()) {
            breaches.add(new Breach("partner_from_address", "must be an email address"));
        }
        return breaches;
    }

    private static void without(List<Breach> breaches, List<String> programs) {
        if (programs.size() > MOST_ENTRIES) {
            breaches.add(
                    new Breach("programs_without_certificates", "must have at most " + MOST_ENTRIES + " elements"));
            return;
        }
        for (int i = 0; i < programs.size(); i++) {
            boolean all = i == 0 && programs.get(i).equalsIgnoreCase("all");
            if (!all && UuidText.parse(programs.get(i)).isEmpty()) {
                breaches.add(new Breach(
                        "programs_without_certificates[" + i + "]",
                        "must be the uuid of a program, or all as the first"));
            }
        }
    }

    private static void text(List<Breach> breaches, String member, String value) {
        if (value.length() > LONGEST_NAME) {
            breaches.add(new Breach(member, "must have at most " + LONGEST_NAME + " characters"));
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            breaches.add(new Breach(member, "must not contain control characters"));
        }
    }

    private static void address(List<Breach> breaches, String member, @Nullable String value) {
        if (value != null && !WebAddress.isAbsolute(value)) {
            breaches.add(new Breach(member, "must be an http or https address"));
        }
    }
}
