package org.laurel.completion.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

/** A batch costs nine statements, the lock of its learners included, whatever its size. Whoever is counted again costs more. */
@QuarkusTest
class StatementCountTest {

    private static final Outline OUTLINE = Outline.small("course-v1:Org+count+2026");
    private static final Cause CAUSE = Cause.of("test", "count");

    private final ProgressAccounting accounting =
            CDI.current().select(ProgressAccounting.class).get();

    @Test
    void doesNotGrowWithTheBatch() {
        // Given
        publish(OUTLINE, 1);
        enroll(OUTLINE, "many", 500);
        enroll(OUTLINE, "few", 1);
        accounting.apply(completions(OUTLINE, "warm", 1, 0));
        accounting.apply(completions(OUTLINE, "many", 500, 1));
        accounting.apply(completions(OUTLINE, "few", 1, 1));

        // When
        int many = CountingSql.count(() -> accounting.apply(completions(OUTLINE, "many", 500, 2)));

        // Then
        assertThat(many).isEqualTo(9);
        assertThat(CountingSql.count(() -> accounting.apply(completions(OUTLINE, "few", 1, 3))))
                .isEqualTo(9);
    }

    @Test
    void countsAHundredLearnersAgainTogether() {
        // Given
        publish(OUTLINE, 1);
        enroll(OUTLINE, "again", 250);
        accounting.apply(completions(OUTLINE, "again", 250, 1));
        List<ProgressCommand> commands = completions(OUTLINE, "again", 250, 1).stream()
                .<ProgressCommand>map(one -> new ProgressCommand.Recount(one.key(), null, true, CAUSE))
                .toList();

        // When
        int again = CountingSql.count(() -> accounting.apply(commands));

        // Then
        assertThat(again).isEqualTo(3 + 3 * 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void readsAStructureThatIsNotInMemoryByOneMore(int learners) {
        // Given
        Outline outline = Outline.small("course-v1:Org+count+cold" + learners);
        publish(outline, 1);
        enroll(outline, "cold", learners);

        // When
        List<String> first = CountingSql.statements(() -> accounting.apply(completions(outline, "cold", learners, 1)));

        // Then
        assertThat(first)
                .hasSize(9 + 1)
                .filteredOn(sql -> sql.contains("from course_structure s where id"))
                .hasSize(1);
    }

    private static void enroll(Outline outline, String word, int learners) {
        Database.current().execute("""
                insert into enrollment (learner_id, course_key, mode, is_active, version)
                select ? || i, ?, 'audit', true, 1 from generate_series(0, ? - 1) i on conflict do nothing
                """, word, outline.courseKey().value(), learners);
    }

    private static void publish(Outline outline, int version) {
        CourseStructure structure = outline.structure(version, Platform.at(version));
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
    private static List<ProgressCommand> completions(Outline outline, String word, int learners, int round) {
        return IntStream.range(0, learners)
                .<ProgressCommand>mapToObj(i -> new ProgressCommand.Submit(
                        new CourseLearner(outline.courseKey(), new LearnerId(word + i)),
                        outline.key("a"),
                        Units.ONE / (round + 1),
                        new FactOrder(Platform.at(round), FactOrder.NO_SEQUENCE, 0, "/test", word + round),
                        false,
                        CAUSE))
                .toList();
    }
}
