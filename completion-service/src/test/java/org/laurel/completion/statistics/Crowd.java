package org.laurel.completion.statistics;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.stream.IntStream;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.learner.app.LearnerReplication;
import org.laurel.completion.learner.domain.Enrollment;
import org.laurel.completion.learner.domain.Learner;
import org.laurel.completion.learner.domain.Replica;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.Publish;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/** Many learners of one course run at once, through the use cases. */
record Crowd(Outline outline, String word) {

    private static final Cause CAUSE = Cause.of("test", "crowd");

    void publish() {
        CourseStructure structure = outline.structure(1, Platform.at(0));
        CDI.current()
                .select(StructurePublishing.class)
                .get()
                .apply(List.of(new Publish(
                        structure.courseKey(),
                        1L,
                        structure.root(),
                        structure.blocks(),
                        structure.occurredAt(),
                        false,
                        CAUSE)));
    }

    /** Enrolls learners with these numbers, the last one included. */
    void enroll(int from, int to) {
        CDI.current()
                .select(LearnerReplication.class)
                .get()
                .apply(IntStream.rangeClosed(from, to).mapToObj(this::replica).toList());
    }

    /** What each of them has completed of a block, in units. */
    void complete(int from, int to, String block, long units) {
        CDI.current()
                .select(ProgressAccounting.class)
                .get()
                .apply(IntStream.rangeClosed(from, to)
                        .<ProgressCommand>mapToObj(i -> new ProgressCommand.Submit(
                                new CourseLearner(outline.courseKey(), new LearnerId(word + i)),
                                outline.key(block),
                                units,
                                new FactOrder(Platform.at(2), FactOrder.NO_SEQUENCE, 0, "/test", word + i + block),
                                false,
                                CAUSE))
                        .toList());
    }

    private Replica replica(int number) {
        LearnerId id = new LearnerId(word + number);
        return new Replica(
                new Learner(id, word + number, 1, Platform.at(1)),
                new Enrollment(id, outline.courseKey(), "audit", true, 1),
                Platform.at(1),
                CAUSE);
    }
}
