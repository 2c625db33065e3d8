package org.laurel.completion.progress.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.activity.BlockCompletionSubmitted;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code block-completion.submitted} to {@link ProgressAccounting}. */
@ApplicationScoped
class BlockCompletionHandler implements EventHandler<BlockCompletionSubmitted> {

    private final ProgressAccounting accounting;

    BlockCompletionHandler(ProgressAccounting accounting) {
        this.accounting = accounting;
    }

    @Override
    public EventType<BlockCompletionSubmitted> type() {
        return EventCatalogue.BLOCK_COMPLETION_SUBMITTED;
    }

    @Override
    public void handle(List<Event<BlockCompletionSubmitted>> events) {
        accounting.apply(events.stream().map(BlockCompletionHandler::command).toList());
    }

    private static ProgressCommand command(Event<BlockCompletionSubmitted> event) {
        BlockCompletionSubmitted body = event.body();
        return new ProgressCommand.Submit(
                new CourseLearner(new CourseKey(body.courseKey()), new LearnerId(body.learnerId())),
                body.blockKey(),
                Units.of(body.completion()),
                event.order(0),
                false,
                event.cause());
    }
}
