package org.laurel.bridge.outbound.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.outbound.db.WaitingEvents;
import org.laurel.bridge.outbound.db.WaitingPrograms;
import org.laurel.bridge.outbound.domain.Subject;

/**
 * Deletes what waits of a kind that is not told any more, since it tells who learners are and nobody would ever send it. Whoever
 * switches a kind on again tells again.
 */
@ApplicationScoped
public class WaitingTidying {

    private static final Logger LOG = Logger.getLogger(WaitingTidying.class);

    private final ToldKinds kinds;
    private final WaitingEvents events;
    private final WaitingPrograms programs;

    WaitingTidying(ToldKinds kinds, WaitingEvents events, WaitingPrograms programs) {
        this.kinds = kinds;
        this.events = events;
        this.programs = programs;
    }

    /** Does it, over and over: a replica with the settings of before may still be at work. */
    @Scheduled(every = "10m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void apply() {
        Stream.of(Subject.Kind.values())
                .filter(kind -> kinds.topic(kind).isEmpty())
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
