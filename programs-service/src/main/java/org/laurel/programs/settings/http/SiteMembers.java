package org.laurel.programs.settings.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.settings.domain.SiteSettings;

/**
 * Site settings as clients send and see them. Absent and null members are as before the first revision, blank texts are none.
 *
 * @param platformName what the learning platform is called on pages and in mails
 * @param credentialsEnabled whether credentials are made; what is missed while they are not is made once they are
 * @param programsWithoutCertificates uuids of programs that award nothing, or {@code all} as the first element
 * @param configureNewPrograms whether a new program gets an active certificate configuration
 * @param recordsEnabled whether learners have program records, unless their organisation says otherwise
 * @param recordsByOrganization by key of the organisation, what {@code records_enabled} is there
 * @param recordsHelpUrl where learners read about their records
 * @param partnerFromAddress the sender of mails to credit partners, null for the deployment's usual one
 * @param completionMails whether learners are mailed when they have completed a program
 * @param forceProgramCertAuth whether links to certificates lead through the platform's login
 * @param marketingRoot where the pages about programs begin
 * @param commerceUrl where the e-commerce service is
 */
public record SiteMembers(
        @Nullable String platformName,
        @Nullable Boolean credentialsEnabled,
        @Nullable List<@Nullable String> programsWithoutCertificates,
        @Nullable Boolean configureNewPrograms,
        @Nullable Boolean recordsEnabled,
        @Nullable Map<String, @Nullable Boolean> recordsByOrganization,
        @Nullable String recordsHelpUrl,
        @Nullable String partnerFromAddress,
        @Nullable Boolean completionMails,
        @Nullable Boolean forceProgramCertAuth,
        @Nullable String marketingRoot,
        @Nullable String commerceUrl) {

    static SiteMembers of(SiteSettings settings) {
        return new SiteMembers(
                settings.platformName(),
                settings.credentialsEnabled(),
                List.copyOf(settings.programsWithoutCertificates()),
                settings.configureNewPrograms(),
                settings.recordsEnabled(),
                Map.copyOf(settings.recordsByOrganization()),
                settings.recordsHelpUrl(),
                settings.partnerFromAddress(),
                settings.completionMails(),
                settings.forceProgramCertAuth(),
                settings.marketingRoot(),
                settings.commerceUrl());
    }

    /** The settings; null elements of lists and maps are texts that no rule lets pass, or left out. */
    SiteSettings settings() {
        SiteSettings usual = SiteSettings.DEFAULT;
        return new SiteSettings(
                platformName == null ? usual.platformName() : platformName.strip(),
                or(credentialsEnabled, usual.credentialsEnabled()),
                programsWithoutCertificates == null
                        ? List.of()
                        : programsWithoutCertificates.stream()
                                .map(uuid -> uuid == null ? "" : uuid.strip())
                                .toList(),
                or(configureNewPrograms, usual.configureNewPrograms()),
                or(recordsEnabled, usual.recordsEnabled()),
                organizations(),
                unlessBlank(recordsHelpUrl),
                unlessBlank(partnerFromAddress),
                or(completionMails, usual.completionMails()),
                or(forceProgramCertAuth, usual.forceProgramCertAuth()),
                unlessBlank(marketingRoot),
                unlessBlank(commerceUrl));
    }

    private Map<String, Boolean> organizations() {
        if (recordsByOrganization == null) {
            return Map.of();
        }
        Map<String, Boolean> told = new HashMap<>();
        recordsByOrganization.forEach((key, enabled) -> {
            if (enabled != null) {
                told.put(key, enabled);
            }
        });
        return told;
    }

    private static boolean or(@Nullable Boolean told, boolean usual) {
        return Objects.requireNonNullElse(told, usual);
    }

    private static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
