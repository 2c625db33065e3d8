package org.laurel.programs.record.domain;

import java.util.List;
import org.laurel.programs.catalogue.domain.OrganizationDetail;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.settings.domain.SiteSettings;

/** Whether learners have records. Source: programs, additions: switched per organisation. */
public final class RecordsSwitch {

    private RecordsSwitch() {}

    /** Whether there are records of a program: at least one of those who give it keeps them; without any the site decides. */
    public static boolean isOn(SiteSettings settings, ProgramDetail program) {
        List<String> keys = program.authoringOrganizations().stream()
                .map(OrganizationDetail::key)
                .filter(key -> key != null)
                .toList();
        return keys.isEmpty() ? settings.recordsEnabled() : keys.stream().anyMatch(settings::keepsRecords);
    }

    /** Whether there may be records of any program. */
    public static boolean isOn(SiteSettings settings) {
        return settings.recordsEnabled() || settings.recordsByOrganization().containsValue(true);
    }
}
