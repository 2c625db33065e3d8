package org.laurel.programs.detail;

import io.quarkus.arc.Arc;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.revision.Revise;
import org.laurel.kit.revision.Revising;
import org.laurel.programs.settings.db.SiteSettingsContent;
import org.laurel.programs.settings.domain.SiteSettings;

/** What staff have set for the site that all tests share; whoever changes it puts it back. */
final class Site {

    private Site() {}

    /** Sets where programs are advertised and sold, and whether links to credentials lead through the login. */
    static void set(@Nullable String marketingRoot, @Nullable String commerceUrl, boolean forceProgramCertAuth) {
        SiteSettings usual = SiteSettings.DEFAULT;
        apply(new SiteSettings(
                usual.platformName(),
                usual.credentialsEnabled(),
                usual.programsWithoutCertificates(),
                usual.configureNewPrograms(),
                usual.recordsEnabled(),
                usual.recordsByOrganization(),
                usual.recordsHelpUrl(),
                usual.partnerFromAddress(),
                usual.completionMails(),
                forceProgramCertAuth,
                marketingRoot,
                commerceUrl));
    }

    /** Puts everything back. */
    static void reset() {
        apply(SiteSettings.DEFAULT);
    }

    private static void apply(SiteSettings settings) {
        String content = bean(SiteSettingsContent.class).write(settings);
        Cause cause = Cause.of("test", UUID.randomUUID().toString());
        bean(Revising.class)
                .apply(List.of(
                        new Revise(SiteSettings.SUBJECT, true, content, Instant.parse("2026-01-01T00:00:00Z"), cause)));
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
