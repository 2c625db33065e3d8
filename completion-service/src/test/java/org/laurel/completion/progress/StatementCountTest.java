package org.laurel.completion.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.completion.CountingSql;
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

/** A batch costs nine statements, the lock of its learners included, whatever its size and whatever has to be counted again. */
@QuarkusTest
class StatementCountTest {

    private static final Outline OUTLINE = Outline.small("course-v1:Org+count+2026");
    private static final Cause CAUSE = Cause.of("test", "count");

    private final ProgressAccounting accounting =
            CDI.current().select(ProgressAccounting.class).get();

    @Test
    void doesNotGrowWithTheBatch() {
        // Given
        publish(1);
        accounting.apply(completions("warm", 1, 0));

        // When
        int firstEvents = CountingSql.count(() -> accounting.apply(completions("many", 500, 1)));

        // Then
        assertThat(firstEvents).isEqualTo(9);
        assertThat(CountingSql.count(() -> accounting.apply(completions("many", 500, 2))))
                .isEqualTo(9);
        assertThat(CountingSql.count(() -> accounting.apply(completions("few", 1, 3))))
                .isEqualTo(9);
        publish(2);
        accounting.apply(completions("warm", 1, 4));
        assertThat(CountingSql.count(() -> accounting.apply(completions("many", 500, 5))))
                .isEqualTo(9);
    }

    private static void publish(int version) {
        CourseStructure structure = OUTLINE.structure(version, Platform.at(version));
        CDI.current()
                .select(StructurePublishing.class)
                .get()
                .apply(List.of(new Publish(
                        structure.courseKey(),
                        (long) version,
                        structure.root(),
                        structure.blocks(),
                        structure.occurredAt(),
                        false,
                        CAUSE)));
    }

    /** Each learner's value changes from round to round. */
    private static List<ProgressCommand> completions(String word, int learners, int round) {
        return IntStream.range(0, learners)
                .<ProgressCommand>mapToObj(i -> new ProgressCommand.Submit(
                        new CourseLearner(OUTLINE.courseKey(), new LearnerId(word + i)),
                        OUTLINE.key("a"),
                        Units.ONE / (round + 1),
                        new FactOrder(Platform.at(round), FactOrder.NO_SEQUENCE, 0, "/test", word + round),
                        false,
                        CAUSE))
                .toList();
    }
}
