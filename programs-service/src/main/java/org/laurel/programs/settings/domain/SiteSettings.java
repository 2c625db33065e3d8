package org.laurel.programs.settings.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What staff have set for the whole site; a deployment serves one. Source: programs, configuration tables and additions.
 *
 * @param platformName what the learning platform is called on pages and in mails
 * @param credentialsEnabled whether credentials are made; while they are not, facts are stored, and decided once they are again
 * @param programsWithoutCertificates uuids of programs that award nothing, or {@code all} as the first element, ignoring case
 * @param configureNewPrograms whether a program that is put for the first time gets an active certificate configuration
 * @param recordsEnabled whether learners have program records, unless their organisation says otherwise
 * @param recordsByOrganization by key of the organisation, what {@code recordsEnabled} is there
 * @param recordsHelpUrl where learners read about their records
 * @param partnerFromAddress the sender of mails to credit partners, null for {@code no-reply} at the site's host
 * @param completionMails whether learners are mailed when they have completed a program
 * @param forceProgramCertAuth whether links to certificates lead through the platform's login
 * @param marketingRoot where the pages about programs begin
 * @param commerceUrl where the e-commerce service is, null without one
 */
public record SiteSettings(
        String platformName,
        boolean credentialsEnabled,
        List<String> programsWithoutCertificates,
        boolean configureNewPrograms,
        boolean recordsEnabled,
        Map<String, Boolean> recordsByOrganization,
        @Nullable String recordsHelpUrl,
        @Nullable String partnerFromAddress,
        boolean completionMails,
        boolean forceProgramCertAuth,
        @Nullable String marketingRoot,
        @Nullable String commerceUrl) {

    /** The setting that holds them. */
    public static final String SUBJECT = "site";

    /** What holds before anybody has said anything. */
    public static final SiteSettings DEFAULT =
            new SiteSettings("Laurel", true, List.of(), true, true, Map.of(), null, null, false, true, null, null);

    private static final String ALL = "all";

    public SiteSettings {
        programsWithoutCertificates = List.copyOf(programsWithoutCertificates);
        recordsByOrganization = Map.copyOf(recordsByOrganization);
    }

    /** Whether the program may award its credential, as far as the site is concerned (programs, award task, steps 1, 3 and 7). */
    public boolean certifies(UUID program) {
        return credentialsEnabled && !isWithoutCertificates(program);
    }

    /** Whether the program is one of those that award nothing. */
    public boolean isWithoutCertificates(UUID program) {
        return !programsWithoutCertificates.isEmpty()
                && (programsWithoutCertificates.getFirst().equalsIgnoreCase(ALL)
                        || programsWithoutCertificates.stream()
                                .anyMatch(uuid -> uuid.equalsIgnoreCase(program.toString())));
    }

    /** Whether learners have records of programs of this organisation. */
    public boolean keepsRecords(String organization) {
        return recordsByOrganization.getOrDefault(organization, recordsEnabled);
    }
}
