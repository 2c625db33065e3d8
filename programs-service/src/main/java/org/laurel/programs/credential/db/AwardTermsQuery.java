package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.laurel.programs.configuration.db.ProgramCertificateQuery;
import org.laurel.programs.credential.domain.AwardTerms;
import org.laurel.programs.settings.db.SiteSettingsQuery;
import org.laurel.programs.settings.domain.SiteSettings;

/** Reads what awards depend on besides what learners have done: settings and configurations. */
@ApplicationScoped
public class AwardTermsQuery {

    private final SiteSettingsQuery settings;
    private final ProgramCertificateQuery configurations;

    AwardTermsQuery(SiteSettingsQuery settings, ProgramCertificateQuery configurations) {
        this.settings = settings;
        this.configurations = configurations;
    }

    /** Whether credentials are switched on. */
    public boolean enabled() {
        return settings.current().credentialsEnabled();
    }

    /** Those of the programs that have an active certificate configuration. */
    public Set<UUID> configured(Collection<UUID> programs) {
        return programs.isEmpty() ? Set.of() : configurations.active(programs);
    }

    /** The terms of each program, in two statements. */
    public Map<UUID, AwardTerms> load(Collection<UUID> programs) {
        SiteSettings site = settings.current();
        Set<UUID> configured = configured(programs);
        Map<UUID, AwardTerms> terms = new HashMap<>();
        programs.forEach(uuid -> terms.put(
                uuid,
                new AwardTerms(
                        site.credentialsEnabled(), site.isWithoutCertificates(uuid), configured.contains(uuid))));
        return terms;
    }
}
