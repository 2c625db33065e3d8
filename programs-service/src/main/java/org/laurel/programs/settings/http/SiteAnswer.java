package org.laurel.programs.settings.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.revision.Revision;
import org.laurel.programs.settings.db.SiteSettingsQuery.Found;
import org.laurel.programs.settings.domain.SiteSettings;

/**
 * A revision of the site settings.
 *
 * @param id null before anybody has said anything
 */
public record SiteAnswer(
        @Nullable Long id,
        SiteMembers configuration,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        @Nullable String changeReason) {

    static final SiteAnswer NONE = new SiteAnswer(null, SiteMembers.of(SiteSettings.DEFAULT), null, null, null);

    static SiteAnswer of(Found found) {
        return of(found.revision(), found.settings());
    }

    static SiteAnswer of(Revision revision, SiteSettings settings) {
        return new SiteAnswer(
                revision.id(), SiteMembers.of(settings), revision.changedAt(), revision.changedBy(), revision.reason());
    }
}
