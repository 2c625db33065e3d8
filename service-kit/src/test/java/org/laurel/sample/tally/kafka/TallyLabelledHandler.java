package org.laurel.sample.tally.kafka;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.events.EventType;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.sample.tally.app.TallyLabelling;
import org.laurel.sample.tally.domain.Label;

/** Routes labels. */
@Singleton
class TallyLabelledHandler implements EventHandler<TallyLabelled> {

    private static final int ONLY_KIND = 0;

    private final TallyLabelling labelling;

    TallyLabelledHandler(TallyLabelling labelling) {
        this.labelling = labelling;
    }

    @Override
    public EventType<TallyLabelled> type() {
        return TallyTypes.LABELLED;
    }

    @Override
    public void handle(List<Event<TallyLabelled>> events) {
        labelling.apply(events.stream().map(TallyLabelledHandler::command).toList());
    }

    private static Label command(Event<TallyLabelled> event) {
        return new Label(event.body().learnerId(), event.body().label(), event.order(ONLY_KIND));
    }
}
