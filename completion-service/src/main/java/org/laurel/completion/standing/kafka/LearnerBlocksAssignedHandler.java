package org.laurel.completion.standing.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.completion.standing.app.BlockAssigning;
import org.laurel.completion.standing.app.BlockAssigning.Told;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.standing.domain.LearnerBlocks;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.activity.LearnerBlocksAssigned;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code learner-blocks.assigned} to {@link BlockAssigning}. */
@ApplicationScoped
class LearnerBlocksAssignedHandler implements EventHandler<LearnerBlocksAssigned> {

    private final BlockAssigning assigning;

    LearnerBlocksAssignedHandler(BlockAssigning assigning) {
        this.assigning = assigning;
    }

    @Override
    public EventType<LearnerBlocksAssigned> type() {
        return EventCatalogue.LEARNER_BLOCKS_ASSIGNED;
    }

    @Override
    public void handle(List<Event<LearnerBlocksAssigned>> events) {
        assigning.apply(events.stream().map(LearnerBlocksAssignedHandler::told).toList());
    }

    private static Told told(Event<LearnerBlocksAssigned> event) {
        LearnerBlocksAssigned body = event.body();
        LearnerBlocks blocks = new LearnerBlocks(
                new CourseLearner(new CourseKey(body.courseKey()), new LearnerId(body.learnerId())),
                body.parent(),
                Set.copyOf(body.blockKeys()),
                body.releaseAt() == null ? Map.of() : body.releaseAt(),
                event.order(0));
        return new Told(blocks, event.cause());
    }
}
