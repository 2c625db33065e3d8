package org.laurel.bridge.outbound.app;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Stream;
import org.laurel.bridge.outbound.db.ToldKindNotes;
import org.laurel.bridge.outbound.domain.Subject;

/** Says which kinds this replica tells the site of, so that no replica with other settings deletes what waits for it. */
@ApplicationScoped
public class ToldKindNoting {

    /** As early as can be: before anything is consumed. */
    private static final int FIRST = 1;

    private final ToldKinds kinds;
    private final ToldKindNotes notes;

    ToldKindNoting(ToldKinds kinds, ToldKindNotes notes) {
        this.kinds = kinds;
        this.notes = notes;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        apply();
    }

    /** Says it, over and over. */
    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void apply() {
        notes.write(Stream.of(Subject.Kind.values())
                .filter(kind -> kinds.topic(kind).isPresent())
                .toList());
    }
}
