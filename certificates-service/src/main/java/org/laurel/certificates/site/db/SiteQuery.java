package org.laurel.certificates.site.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.site.domain.SiteConfiguration;
import org.laurel.kit.revision.Revision;
import org.laurel.kit.revision.RevisionQuery;

/** Reads the site configuration. */
@ApplicationScoped
public class SiteQuery {

    private final RevisionQuery revisions;
    private final SiteContent content;

    SiteQuery(RevisionQuery revisions, SiteContent content) {
        this.revisions = revisions;
        this.content = content;
    }

    /** A revision with what it says. */
    public record Found(Revision revision, SiteConfiguration site) {}

    /** The configuration that holds; an empty one before the first. */
    public SiteConfiguration current() {
        return newest().map(Found::site).orElse(SiteConfiguration.EMPTY);
    }

    /** The revision that holds. */
    public Optional<Found> newest() {
        return revisions.current(SiteConfiguration.SUBJECT).map(this::found);
    }

    /** All revisions, newest first; only those older than the one with the id {@code before}, unless that is null. */
    public List<Found> history(@Nullable Long before, int limit) {
        return revisions.history(SiteConfiguration.SUBJECT, before, limit).stream()
                .map(this::found)
                .toList();
    }

    private Found found(Revision revision) {
        return new Found(revision, content.read(revision.content()));
    }
}
