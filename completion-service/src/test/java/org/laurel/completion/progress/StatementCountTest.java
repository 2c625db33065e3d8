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
import org.laurel.kit.test.Database;

/** A batch costs ten statements, the lock of its learners included, whatever its size. Whoever is counted again costs more. */
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
        enroll("many", 500);
        enroll("few", 1);
        accounting.apply(completions("warm", 1, 0));
        accounting.apply(completions("many", 500, 1));
        accounting.apply(completions("few", 1, 1));

        // When
        int many = CountingSql.count(() -> accounting.apply(completions("many", 500, 2)));

        // Then
        assertThat(many).isEqualTo(10);
        assertThat(CountingSql.count(() -> accounting.apply(completions("few", 1, 3))))
                .isEqualTo(10);
    }

    @Test
    void countsAHundredLearnersAgainTogether() {
        // Given
        publish(1);
        enroll("again", 250);
        accounting.apply(completions("again", 250, 1));
        List<ProgressCommand> commands = completions("again", 250, 1).stream()
                .<ProgressCommand>map(one -> new ProgressCommand.Recount(one.key(), null, true, CAUSE))
                .toList();

        // When
        int again = CountingSql.count(() -> accounting.apply(commands));

        // Then
        assertThat(again).isEqualTo(3 + 3 * 3);
    }

    private static void enroll(String word, int learners) {
        Database.current().execute("""
                insert into enrollment (learner_id, course_key, mode, is_active, version)
                select ? || i, ?, 'audit', true, 1 from generate_series(0, ? - 1) i on conflict do nothing
                """, word, OUTLINE.courseKey().value(), learners);
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
