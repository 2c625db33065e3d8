package org.laurel.programs.settings.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.revision.Revision;
import org.laurel.kit.revision.RevisionQuery;
import org.laurel.programs.settings.domain.SiteSettings;

/** Reads the site settings: one statement each time, so that a change holds at once in every process. */
@ApplicationScoped
public class SiteSettingsQuery {

    private final RevisionQuery revisions;
    private final SiteSettingsContent content;

    SiteSettingsQuery(RevisionQuery revisions, SiteSettingsContent content) {
        this.revisions = revisions;
        this.content = content;
    }

    /** A revision with what it says. */
    public record Found(Revision revision, SiteSettings settings) {}

    /** The settings that hold; {@link SiteSettings#DEFAULT} before the first. */
    public SiteSettings current() {
        return newest().map(Found::settings).orElse(SiteSettings.DEFAULT);
    }

    /** The revision that holds. */
    public Optional<Found> newest() {
        return revisions.current(SiteSettings.SUBJECT).map(this::found);
    }

    /** All revisions, newest first; only those older than the one with the id {@code before}, unless that is null. */
    public List<Found> history(@Nullable Long before, int limit) {
        return revisions.history(SiteSettings.SUBJECT, before, limit).stream()
                .map(this::found)
                .toList();
    }

    private Found found(Revision revision) {
        return new Found(revision, content.read(revision.content()));
    }
}
