package org.laurel.programs.credential;

import static org.awaitility.Awaitility.await;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.programs.settings.db.SiteSettingsContent;
import org.laurel.programs.settings.domain.SiteSettings;

/** Changes the site's settings as staff do, the job that follows included. Whoever does puts them back afterwards. */
final class Site {

    private Site() {}

    static void switchCredentials(boolean on) {
        set(on, List.of());
    }

    static void exceptPrograms(String... programs) {
        set(true, List.of(programs));
    }

    /** What holds before anybody has said anything. */
    static void putBack() {
        set(true, List.of());
        awaitJobs();
    }

    static void awaitJobs() {
        await("jobs done")
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> Database.current()
                        .query("select 1 from job where state in ('waiting', 'running')")
                        .isEmpty());
    }

    private static void set(boolean enabled, List<String> without) {
        SiteSettings usual = SiteSettings.DEFAULT;
        SiteSettings settings = new SiteSettings(
                usual.platformName(),
                enabled,
                without,
                usual.configureNewPrograms(),
                usual.recordsEnabled(),
                usual.recordsByOrganization(),
                usual.recordsHelpUrl(),
                usual.partnerFromAddress(),
                usual.completionMails(),
                usual.forceProgramCertAuth(),
                usual.marketingRoot(),
                usual.commerceUrl());
        String content = CDI.current().select(SiteSettingsContent.class).get().write(settings);
        Database.current().execute("""
                with revision as (insert into setting_revision (subject, enabled, content, changed_at, changed_by, cause_id)
                                  values (?, true, ?, now(), 'staff', 'site') returning id)
                insert into job (kind, subject, created_by) select 'credential-evaluation', 'site:' || id, 'staff' from revision
                """, SiteSettings.SUBJECT, content);
    }
}
