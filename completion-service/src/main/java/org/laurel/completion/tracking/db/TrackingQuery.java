package org.laurel.completion.tracking.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.tracking.domain.TrackingSettings;
import org.laurel.kit.revision.Revision;
import org.laurel.kit.revision.RevisionQuery;

/** Reads the settings of tracking. */
@ApplicationScoped
public class TrackingQuery {

    private final RevisionQuery revisions;
    private final TrackingContent content;

    TrackingQuery(RevisionQuery revisions, TrackingContent content) {
        this.revisions = revisions;
        this.content = content;
    }

    /** A revision with what it says. */
    public record Found(Revision revision, TrackingSettings settings) {}

    /** Whether clients may submit completions now. */
    public boolean isOn() {
        return newest().map(Found::settings).orElse(TrackingSettings.USUAL).enabled();
    }

    /** The revision that holds; empty while {@link TrackingSettings#USUAL} does. */
    public Optional<Found> newest() {
        return revisions.current(TrackingSettings.SUBJECT).map(this::found);
    }

    /** All revisions, newest first; only those older than the one with the id {@code before}, unless that is null. */
    public List<Found> history(@Nullable Long before, int limit) {
        return revisions.history(TrackingSettings.SUBJECT, before, limit).stream()
                .map(this::found)
                .toList();
    }

    private Found found(Revision revision) {
        return new Found(revision, content.read(revision));
    }
}
