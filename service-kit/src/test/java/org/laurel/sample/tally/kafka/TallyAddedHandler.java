package org.laurel.sample.tally.kafka;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.events.EventType;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.kit.event.ExpectedRefusal;
import org.laurel.sample.tally.app.TallyKeeping;
import org.laurel.sample.tally.domain.Add;

/** Routes what other platforms publish. */
@Singleton
class TallyAddedHandler implements EventHandler<TallyAdded> {

    private static final String STRANGER = "stranger-";

    private final TallyKeeping keeping;

    TallyAddedHandler(TallyKeeping keeping) {
        this.keeping = keeping;
    }

    @Override
    public EventType<TallyAdded> type() {
        return TallyTypes.ADDED;
    }

    /** The other end knows nobody of that name. */
    @Override
    public void screen(Event<TallyAdded> event) {
        if (event.body().learnerId().startsWith(STRANGER)) {
            throw new ExpectedRefusal("stranger", "the other end does not know this learner");
        }
    }

    @Override
    public void handle(List<Event<TallyAdded>> events) {
        keeping.apply(events.stream().map(TallyAddedHandler::command).toList());
    }

    private static Add command(Event<TallyAdded> event) {
        TallyAdded body = event.body();
        return new Add(body.learnerId(), body.factKey(), body.amount(), body.occurredAt(), event.cause());
    }
}
