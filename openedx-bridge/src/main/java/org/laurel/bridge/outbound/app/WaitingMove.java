package org.laurel.bridge.outbound.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.outbound.db.WaitingEvents;
import org.laurel.bridge.outbound.domain.Subject;

/**
 * Lets what waits go to the topic that its kind has now. Only at a start, before anything is sent: what waited longest must not
 * arrive behind what is newer, since consumers take what comes last for true. Over and over would not do, either: a replica with
 * the settings of before would move it back.
 */
@Singleton
class WaitingMove {

    /** Long before the relay of the outbox starts, which has no priority of its own. */
    private static final int FIRST = 1;

    private static final Logger LOG = Logger.getLogger(WaitingMove.class);

    private final ToldKinds kinds;
    private final WaitingEvents events;

    WaitingMove(ToldKinds kinds, WaitingEvents events) {
        this.kinds = kinds;
        this.events = events;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        QuarkusTransaction.requiringNew().run(this::moveAll);
    }

    private void moveAll() {
        for (Subject.Kind kind : Subject.Kind.values()) {
            kinds.topic(kind).ifPresent(topic -> move(kind, topic));
        }
    }

    private void move(Subject.Kind kind, String topic) {
        List<String> types =
                ToldKinds.events(kind).stream().map(OpenEdxEvent::type).toList();
        int moved = events.move(types, topic);
        if (moved > 0) {
            LOG.infof("%d events that waited for another topic go to %s now", moved, topic);
        }
    }
}
