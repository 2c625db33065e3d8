package org.laurel.completion.tracking.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.completion.tracking.db.TrackingContent;
import org.laurel.completion.tracking.domain.ReplaceTracking;
import org.laurel.completion.tracking.domain.TrackingSettings;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.revision.Revise;
import org.laurel.kit.revision.Revising;
import org.laurel.kit.revision.Revision;
import org.laurel.kit.revision.RevisionQuery;

/** Replaces the settings of tracking, of which every version stays. */
@ApplicationScoped
public class TrackingReplacement {

    private final KeyLocks locks;
    private final RevisionQuery revisions;
    private final Revising revising;
    private final TrackingContent content;

    TrackingReplacement(KeyLocks locks, RevisionQuery revisions, Revising revising, TrackingContent content) {
        this.locks = locks;
        this.revisions = revisions;
        this.revising = revising;
        this.content = content;
    }

    /** Applies the commands, of which there is one at most, since there is one configuration. */
    @Transactional
    public List<TrackingOutcome> apply(List<ReplaceTracking> commands) {
        return commands.stream().map(this::replace).toList();
    }

    private TrackingOutcome replace(ReplaceTracking command) {
        locks.change(List.of(TrackingSettings.SUBJECT));
        long current =
                revisions.current(TrackingSettings.SUBJECT).map(Revision::id).orElse(0L);
        if (!command.expected().isMetBy(current)) {
            return new TrackingOutcome.Outdated();
        }
        Revise revise = new Revise(
                TrackingSettings.SUBJECT,
                command.settings().enabled(),
                content.write(command.settings()),
                command.at(),
                command.cause());
        return new TrackingOutcome.Held(
                revising.apply(List.of(revise)).getFirst().revision());
    }
}
