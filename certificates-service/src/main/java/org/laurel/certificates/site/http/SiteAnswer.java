package org.laurel.certificates.site.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.site.db.SiteQuery.Found;
import org.laurel.certificates.site.domain.SiteConfiguration;
import org.laurel.kit.revision.Revision;

/**
 * A revision of the site configuration.
 *
 * @param id null before anybody has said anything
 */
public record SiteAnswer(
        @Nullable Long id,
        SiteSettings configuration,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        @Nullable String changeReason) {

    static final SiteAnswer NONE = new SiteAnswer(null, SiteSettings.of(SiteConfiguration.EMPTY), null, null, null);

    static SiteAnswer of(Found found) {
        return of(found.revision(), found.site());
    }

    static SiteAnswer of(Revision revision, SiteConfiguration site) {
        return new SiteAnswer(
                revision.id(), SiteSettings.of(site), revision.changedAt(), revision.changedBy(), revision.reason());
    }
}
