package org.laurel.completion.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Map;
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
import org.laurel.events.CloudEventHeaders;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.consume.EventBatch;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.PlatformEvent;

/**
 * A batch costs eight statements, the lock of its learners included, and ten from the topic to the commit, whatever its size. Whoever is
 * counted again costs more.
 */
@QuarkusTest
class StatementCountTest {

    private static final Outline OUTLINE = Outline.small("course-v1:Org+count+2026");
    private static final Cause CAUSE = Cause.of("test", "count");

    private final ProgressAccounting accounting =
            CDI.current().select(ProgressAccounting.class).get();
    private final EventBatch events = CDI.current().select(EventBatch.class).get();

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
        assertThat(many).isEqualTo(8);
        assertThat(CountingSql.count(() -> accounting.apply(completions(OUTLINE, "few", 1, 3))))
                .isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void comesToTenFromTheTopicToTheCommit(int learners) {
        // Given
        Outline outline = Outline.small("course-v1:Org+count+topic" + learners);
        publish(outline, 1);
        enroll(outline, "topic", learners);
        events.handle(records(outline, "topic", learners, 1));
        List<RawRecord> records = records(outline, "topic", learners, 2);

        // When
        int sent = CountingSql.count(() -> events.handle(records));

        // Then
        assertThat(sent).isEqualTo(10);
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
                .hasSize(8 + 1)
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

    private static List<RawRecord> records(Outline outline, String word, int learners, int round) {
        Platform platform = new Platform(outline.courseKey().value());
        return IntStream.range(0, learners)
                .mapToObj(i -> platform.completed(word + i, outline.key("a"), "0." + round, round))
                .map(StatementCountTest::record)
                .toList();
    }

    private static RawRecord record(PlatformEvent event) {
        Map<String, String> headers = Map.of(
                CloudEventHeaders.SPECVERSION, CloudEventHeaders.SPECVERSION_VALUE,
                CloudEventHeaders.ID, event.id(),
                CloudEventHeaders.SOURCE, event.source(),
                CloudEventHeaders.TYPE, event.type(),
                CloudEventHeaders.TIME, event.time().toString(),
                CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON);
        return new RawRecord(
                event.topic(),
                0,
                0,
                event.time(),
                event.key().getBytes(UTF_8),
                event.json().getBytes(UTF_8),
                headers);
    }
}
