package org.laurel.completion.xapi;

import java.util.Arrays;
import java.util.List;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.Publish;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/**
 * A course run with two chapters of two blocks each, and a learner who completes them. Each block that is completed makes two
 * statements: of its chapter and of the course.
 */
record Progressing(String course, ProgressAccounting accounting, StructurePublishing publishing) {

    private static final Cause CAUSE = Cause.of("test", "progress");

    Outline outline() {
        return Outline.of(course)
                .block("course", "c", "ch1", "ch2")
                .block("chapter", "ch1", "a", "b")
                .block("chapter", "ch2", "d", "e")
                .blocks("html", "a", "b", "d", "e");
    }

    Progressing published() {
        CourseStructure structure = outline().structure(1, Platform.at(0));
        publishing.apply(List.of(new Publish(
                structure.courseKey(),
                1L,
                structure.root(),
                structure.blocks(),
                structure.occurredAt(),
                false,
                CAUSE)));
        return this;
    }

    /** The learner completes blocks, each in a transaction of its own. */
    void complete(String learner, String... blocks) {
        Arrays.stream(blocks).forEach(block -> accounting.apply(List.of(submit(learner, block))));
    }

    ProgressCommand submit(String learner, String block) {
        return new ProgressCommand.Submit(
                new CourseLearner(outline().courseKey(), new LearnerId(learner)),
                outline().key(block),
                Units.ONE,
                new FactOrder(Platform.at(10), FactOrder.NO_SEQUENCE, 0, "/test", learner + block),
                false,
                CAUSE);
    }
}
