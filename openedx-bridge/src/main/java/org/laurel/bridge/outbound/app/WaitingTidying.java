package org.laurel.bridge.outbound.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.outbound.db.ToldKindNotes;
import org.laurel.bridge.outbound.db.WaitingEvents;
import org.laurel.bridge.outbound.db.WaitingPrograms;
import org.laurel.bridge.outbound.domain.Subject;

/**
 * Deletes what waits of a kind that is not told any more, since it tells who learners are and nobody would ever send it. Whoever
 * switches a kind on again tells again. Nothing is deleted in the first hour after a start, which may have been one with a wrong
 * setting; nor of a kind that any replica has told in the last hour, since its settings may be the right ones; nor what is younger.
 */
@ApplicationScoped
public class WaitingTidying {

    private static final Logger LOG = Logger.getLogger(WaitingTidying.class);
    /** Looks at which nobody told a kind, one after the other, until it is believed; ten minutes apart. */
    private static final int LOOKS = 7;

    private final ToldKindNotes notes;
    private final WaitingEvents events;
    private final WaitingPrograms programs;
    /** At how many looks in a row nobody told the kind. A look that fails, because the database is away, is none. */
    private final Map<Subject.Kind, Integer> untold = new EnumMap<>(Subject.Kind.class);

    WaitingTidying(ToldKindNotes notes, WaitingEvents events, WaitingPrograms programs) {
        this.notes = notes;
        this.events = events;
        this.programs = programs;
    }

    /** Looks which kinds nobody tells, and deletes what waits of those of which that is certain. */
    @Scheduled(every = "10m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void apply() {
        Set<Subject.Kind> told = notes.ofTheLastHour();
        for (Subject.Kind kind : Subject.Kind.values()) {
            int looks = told.contains(kind) ? 0 : untold.getOrDefault(kind, 0) + 1;
            untold.put(kind, looks);
            if (looks >= LOOKS) {
                discard(kind);
            }
        }
    }

    private void discard(Subject.Kind kind) {
        List<String> types =
                ToldKinds.events(kind).stream().map(OpenEdxEvent::type).toList();
        int discarded = events.discard(types) + (kind == Subject.Kind.PROGRAM ? programs.discard() : 0);
        if (discarded > 0) {
            LOG.warnf("%d events of a kind that is not told any more were deleted: %s", discarded, kind);
        }
    }
}
