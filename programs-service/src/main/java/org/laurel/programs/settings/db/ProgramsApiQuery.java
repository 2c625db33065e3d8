package org.laurel.programs.settings.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.revision.Revision;
import org.laurel.kit.revision.RevisionQuery;
import org.laurel.programs.settings.domain.ProgramsApi;

/** Reads the configuration of the programs API. */
@ApplicationScoped
public class ProgramsApiQuery {

    private final RevisionQuery revisions;

    ProgramsApiQuery(RevisionQuery revisions) {
        this.revisions = revisions;
    }

    /** A revision with what it says. */
    public record Found(Revision revision, ProgramsApi configuration) {}

    /** The configuration that holds; {@link ProgramsApi#DISABLED} before the first. */
    public ProgramsApi current() {
        return newest().map(Found::configuration).orElse(ProgramsApi.DISABLED);
    }

    /** The revision that holds. */
    public Optional<Found> newest() {
        return revisions.current(ProgramsApi.SUBJECT).map(ProgramsApiQuery::found);
    }

    /** All revisions, newest first; only those older than the one with the id {@code before}, unless that is null. */
    public List<Found> history(@Nullable Long before, int limit) {
        return revisions.history(ProgramsApi.SUBJECT, before, limit).stream()
                .map(ProgramsApiQuery::found)
                .toList();
    }

    private static Found found(Revision revision) {
        return new Found(revision, new ProgramsApi(revision.enabled(), revision.content()));
    }
}
