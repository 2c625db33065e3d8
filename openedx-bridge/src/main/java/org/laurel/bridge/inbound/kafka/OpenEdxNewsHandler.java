package org.laurel.bridge.inbound.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.bridge.inbound.app.Receiving;
import org.laurel.bridge.inbound.domain.Receive;
import org.laurel.events.EventType;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes what Open edX tells to {@link Receiving}. */
@ApplicationScoped
class OpenEdxNewsHandler implements EventHandler<OpenEdxNews> {

    private final Receiving receiving;

    OpenEdxNewsHandler(Receiving receiving) {
        this.receiving = receiving;
    }

    @Override
    public EventType<OpenEdxNews> type() {
        return OpenEdxNews.TYPE;
    }

    @Override
    public void handle(List<Event<OpenEdxNews>> events) {
        receiving.apply(events.stream()
                .map(event -> new Receive(event.body().news(), event.body().occurredAt(), event.cause()))
                .toList());
    }
}
