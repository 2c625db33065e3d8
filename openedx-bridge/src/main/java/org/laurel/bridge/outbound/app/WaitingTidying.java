package org.laurel.bridge.outbound.app;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.outbound.db.WaitingEvents;
import org.laurel.bridge.outbound.db.WaitingPrograms;
import org.laurel.bridge.outbound.domain.Subject;

/**
 * Deletes what waits of a kind that is not told any more, since it tells who learners are and nobody would ever send it. Whoever
 * switches a kind on again tells again. Nothing is deleted in the first hour after a start, which may have been one with a wrong
 * setting, nor of a kind of which something came after the start: a replica with other settings tells it, and may be the one
 * that is right.
 */
@Startup
@ApplicationScoped
public class WaitingTidying {

    private static final Logger LOG = Logger.getLogger(WaitingTidying.class);

    private final ToldKinds kinds;
    private final WaitingEvents events;
    private final WaitingPrograms programs;
    /** When this replica started. */
    private final Instant start;

    WaitingTidying(ToldKinds kinds, WaitingEvents events, WaitingPrograms programs, Clock clock) {
        this.kinds = kinds;
        this.events = events;
        this.programs = programs;
        this.start = clock.instant();
    }

    /** Does it, over and over: a replica with the settings of before may still be at work. */
    @Scheduled(every = "10m", delayed = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void apply() {
        Stream.of(Subject.Kind.values())
                .filter(kind -> kinds.topic(kind).isEmpty())
                .forEach(this::discard);
    }

    private void discard(Subject.Kind kind) {
        List<String> types =
                ToldKinds.events(kind).stream().map(OpenEdxEvent::type).toList();
        boolean isOfPrograms = kind == Subject.Kind.PROGRAM;
        if (events.isFed(types, start) || (isOfPrograms && programs.isFed(start))) {
            LOG.warnf("What waits of a kind that is not told here is told elsewhere, so it stays: %s", kind);
            return;
        }
        int discarded = events.discard(types, start) + (isOfPrograms ? programs.discard(start) : 0);
        if (discarded > 0) {
            LOG.warnf("%d events of a kind that is not told any more were deleted: %s", discarded, kind);
        }
    }
}
