package org.laurel.bridge.outbound.app;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.outbound.db.ToldKindNotes;
import org.laurel.bridge.outbound.db.WaitingEvents;
import org.laurel.bridge.outbound.db.WaitingPrograms;
import org.laurel.bridge.outbound.domain.Subject;

/**
 * Deletes what waits of a kind that is not told any more, since it tells who learners are and nobody would ever send it. Whoever
 * switches a kind on again tells again. Nothing is deleted in the first hour after a start, which may have been one with a wrong
 * setting, nor of a kind that any replica has told in the last hour: its settings may be the right ones.
 */
@Startup
@ApplicationScoped
public class WaitingTidying {

    private static final Logger LOG = Logger.getLogger(WaitingTidying.class);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final ToldKinds kinds;
    private final ToldKindNotes notes;
    private final WaitingEvents events;
    private final WaitingPrograms programs;
    private final Clock clock;
    /** When this replica started. */
    private final Instant start;

    WaitingTidying(ToldKinds kinds, ToldKindNotes notes, WaitingEvents events, WaitingPrograms programs, Clock clock) {
        this.kinds = kinds;
        this.notes = notes;
        this.events = events;
        this.programs = programs;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** Says which kinds this replica tells, and deletes what waits of those that none does. */
    @Scheduled(every = "10m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void apply() {
        List<Subject.Kind> told = Stream.of(Subject.Kind.values())
                .filter(kind -> kinds.topic(kind).isPresent())
                .toList();
        notes.write(told);
        if (clock.instant().isBefore(start.plus(PATIENCE))) {
            return;
        }
        Set<Subject.Kind> toldByAny = notes.ofTheLastHour();
        Stream.of(Subject.Kind.values())
                .filter(kind -> !toldByAny.contains(kind))
                .forEach(this::discard);
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
