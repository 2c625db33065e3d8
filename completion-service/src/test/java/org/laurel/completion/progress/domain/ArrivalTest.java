package org.laurel.completion.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.Outline;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.standing.domain.Membership;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/** Facts are told by what they are of and the second in which they happened. */
class ArrivalTest {

    private static final Outline OUTLINE = Outline.small("course-v1:Org+arrival+1");
    private static final CourseLearner KEY = new CourseLearner(OUTLINE.courseKey(), new LearnerId("7"));
    private static final Instant OTHERWISE = at(1_000);

    @Test
    void takesTheFirstCompletionOfABlock() {
        // When
        Arrival arrival = Arrival.of(known(null), List.of(submit("a", 10, 5)));

        // Then
        assertThat(arrival.accepted()).containsExactly(completion("a", 10, 5, 5));
        assertThat(arrival.created()).containsExactly(OUTLINE.key("a"));
        assertThat(arrival.removed()).isEmpty();
        assertThat(arrival.clearedAt()).isNull();
        assertThat(arrival.time(OTHERWISE)).isEqualTo(at(5));
    }

    @Test
    void aNewValueOfAKnownBlockIsNotCreated() {
        // When
        Arrival arrival = Arrival.of(known(null, completion("a", 10, 5, 5)), List.of(submit("a", 20, 6)));

        // Then
        assertThat(arrival.accepted()).containsExactly(completion("a", 20, 6, 6));
        assertThat(arrival.created()).isEmpty();
        assertThat(arrival.time(OTHERWISE)).isEqualTo(at(6));
    }

    @Test
    void aRepeatedValueKeepsTheTimeOfItsChangeAndChangesNothing() {
        // When
        Arrival arrival = Arrival.of(known(null, completion("a", 10, 5, 3)), List.of(submit("a", 10, 6)));

        // Then
        assertThat(arrival.accepted()).containsExactly(completion("a", 10, 6, 3));
        assertThat(arrival.time(OTHERWISE)).isEqualTo(OTHERWISE);
        assertThat(arrival.cause()).isEqualTo(cause("a", 6));
    }

    @Test
    void aFirstCompletionOfNothingIsKeptAndChangesNothing() {
        // When
        Arrival arrival = Arrival.of(known(null), List.of(submit("a", 0, 6)));

        // Then
        assertThat(arrival.accepted()).containsExactly(completion("a", 0, 6, 6));
        assertThat(arrival.created()).containsExactly(OUTLINE.key("a"));
        assertThat(arrival.time(OTHERWISE)).isEqualTo(OTHERWISE);
    }

    @ParameterizedTest
    @CsvSource({"4, false", "5, false", "6, true"})
    void aCompletionCountsWhenItIsNewerThanTheKnownOne(int second, boolean counts) {
        // When
        Arrival arrival = Arrival.of(known(null, completion("a", 10, 5, 5)), List.of(submit("a", 20, second)));

        // Then
        assertThat(!arrival.accepted().isEmpty()).isEqualTo(counts);
        assertThat(arrival.time(OTHERWISE)).isEqualTo(counts ? at(second) : OTHERWISE);
    }

    @ParameterizedTest
    @CsvSource({"4, false", "5, false", "6, true"})
    void aCompletionCountsWhenItIsNewerThanTheClearing(int second, boolean counts) {
        // When
        Arrival arrival = Arrival.of(known(at(5)), List.of(submit("a", 20, second)));

        // Then
        assertThat(!arrival.accepted().isEmpty()).isEqualTo(counts);
        assertThat(arrival.clearedAt()).isEqualTo(at(5));
    }

    @ParameterizedTest
    @CsvSource({"4, PT5.000001S", "5, PT5.000001S", "6, PT6S"})
    void aRequestThatIsAnsweredNowComesAfterTheClearing(int second, Duration expected) {
        // Given
        ProgressCommand.Submit submit = submit("a", 20, second);

        // When
        Arrival arrival = Arrival.of(known(at(5)), List.of(immediate(submit)));

        // Then
        assertThat(arrival.accepted())
                .singleElement()
                .satisfies(one -> assertThat(one.place().occurredAt()).isEqualTo(at(0).plus(expected)));
    }

    @Test
    void aRequestThatIsAnsweredNowComesAfterTheKnownCompletion() {
        // Given
        ProgressCommand.Submit submit = submit("a", 20, 4);

        // When
        Arrival arrival = Arrival.of(known(at(9), completion("a", 10, 5, 5)), List.of(immediate(submit)));

        // Then
        assertThat(arrival.accepted())
                .singleElement()
                .satisfies(one -> assertThat(one.place().occurredAt()).isEqualTo(at(5).plusNanos(1_000)));
    }

    @ParameterizedTest
    @CsvSource({"a5 b3, 5, a5", "b3 a5, 5, a5", "a5 b5, 5, b5", "a4 a5 a6, 6, a6", "a6 a5, 6, a6"})
    void isOfTheNewestChangeAndOfTheLastOneAmongThoseOfOneTime(String facts, int second, String cause) {
        // Given
        List<ProgressCommand> commands = Arrays.stream(facts.split(" "))
                .<ProgressCommand>map(fact -> submit(fact.substring(0, 1), second(fact), second(fact)))
                .toList();

        // When
        Arrival arrival = Arrival.of(known(null), commands);

        // Then
        assertThat(arrival.time(OTHERWISE)).isEqualTo(at(second));
        assertThat(arrival.cause()).isEqualTo(cause(cause.substring(0, 1), second(cause)));
    }

    @Test
    void countingAgainIsAChangeOnlyWhenItHasATime() {
        // Given
        List<ProgressCommand> timeless = List.of(submit("a", 10, 5), recount(null));
        List<ProgressCommand> timed = List.of(submit("a", 10, 5), recount(at(7)));

        // When
        List<Arrival> arrivals = List.of(Arrival.of(known(null), timeless), Arrival.of(known(null), timed));

        // Then
        assertThat(arrivals).extracting(arrival -> arrival.time(OTHERWISE)).containsExactly(at(5), at(7));
        assertThat(arrivals).extracting(Arrival::cause).containsExactly(cause("a", 5), cause("recount", 0));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "never",
            value = {"never, 9, 9, 9", "never, 4, 6, 6", "never, 6, 6, 6", "8, 4, 6, 8", "5, 9, 9, 9", "9, 9, 9, 9"})
    void clearingForgetsWhatIsKnownAlsoWhatIsLater(@Nullable Integer before, int second, int changed, int clearedAt) {
        // Given
        KnownProgress known =
                known(before == null ? null : at(before), completion("a", 10, 6, 6), completion("b", 20, 3, 3));

        // When
        Arrival arrival = Arrival.of(known, List.of(clear(second)));

        // Then
        assertThat(arrival.removed()).containsExactlyInAnyOrder(OUTLINE.key("a"), OUTLINE.key("b"));
        assertThat(arrival.accepted()).isEmpty();
        assertThat(arrival.clearedAt()).isEqualTo(at(clearedAt));
        assertThat(arrival.time(OTHERWISE)).isEqualTo(at(changed));
        assertThat(arrival.cause()).isEqualTo(cause("clear", second));
    }

    @Test
    void clearingForgetsWhatCameJustBeforeAndItsTimeCounts() {
        // When
        Arrival arrival = Arrival.of(known(null), List.of(submit("a", 10, 8), clear(4)));

        // Then
        assertThat(arrival.accepted()).isEmpty();
        assertThat(arrival.created()).isEmpty();
        assertThat(arrival.removed()).isEmpty();
        assertThat(arrival.clearedAt()).isEqualTo(at(8));
        assertThat(arrival.cause()).isEqualTo(cause("clear", 4));
    }

    @ParameterizedTest
    @CsvSource({"6, false", "9, false", "10, true"})
    void afterClearingACompletionStartsAnew(int second, boolean counts) {
        // Given
        KnownProgress known = known(null, completion("a", 10, 6, 2), completion("b", 20, 3, 3));

        // When
        Arrival arrival = Arrival.of(known, List.of(clear(9), submit("a", 10, second)));

        // Then
        assertThat(arrival.accepted()).isEqualTo(counts ? List.of(completion("a", 10, second, second)) : List.of());
        assertThat(arrival.created()).isEmpty();
        assertThat(arrival.removed())
                .containsExactlyInAnyOrderElementsOf(
                        counts ? List.of(OUTLINE.key("b")) : List.of(OUTLINE.key("a"), OUTLINE.key("b")));
        assertThat(arrival.time(OTHERWISE)).isEqualTo(at(counts ? second : 9));
    }

    @Test
    void sumsMoveByTheDifferencesToWhatIsKnown() {
        // Given
        CourseGraph graph = CourseGraph.of(1, OUTLINE.structure(1, at(0)), BlockTypes.USUAL);
        CourseView view = CourseView.of(graph, graph.makers());
        KnownProgress known =
                known(null, completion("a", 10, 1, 1), completion("b", 20, 1, 1), completion("d", 40, 1, 1));

        // When
        Map<Aggregate, Earned> deltas = Arrival.of(
                        known, List.of(clear(2), submit("a", 50, 3), submit("d", 40, 3), submit("x", 7, 3)))
                .deltas(view);

        // Then
        assertThat(deltas)
                .containsOnly(
                        entry(view.course(), new Earned(20, 0)),
                        entry(view.block(OUTLINE.key("ch1")).orElseThrow(), new Earned(20, 0)));
    }

    private static KnownProgress known(@Nullable Instant clearedAt, BlockCompletion... completions) {
        CourseRow row =
                new CourseRow(CourseRow.NEW.follows(), Membership.NONE, Tally.NONE, 0, 0, null, null, clearedAt);
        Map<String, BlockCompletion> byKey =
                Arrays.stream(completions).collect(Collectors.toMap(BlockCompletion::blockKey, Function.identity()));
        return new KnownProgress(KEY, row, null, null, byKey, Map.of());
    }

    private static BlockCompletion completion(String id, long units, int second, int changed) {
        return new BlockCompletion(OUTLINE.key(id), units, place(id, second), at(changed));
    }

    private static ProgressCommand.Submit submit(String id, long units, int second) {
        return new ProgressCommand.Submit(KEY, OUTLINE.key(id), units, place(id, second), false, cause(id, second));
    }

    private static ProgressCommand immediate(ProgressCommand.Submit submit) {
        return new ProgressCommand.Submit(
                submit.key(), submit.blockKey(), submit.units(), submit.place(), true, submit.cause());
    }

    private static ProgressCommand clear(int second) {
        return new ProgressCommand.Clear(KEY, at(second), cause("clear", second));
    }

    private static ProgressCommand recount(@Nullable Instant time) {
        return new ProgressCommand.Recount(KEY, time, false, cause("recount", 0));
    }

    private static FactOrder place(String id, int second) {
        return new FactOrder(at(second), FactOrder.NO_SEQUENCE, 0, "platform", id + second);
    }

    private static Cause cause(String id, int second) {
        return Cause.of("platform", id + second);
    }

    private static int second(String fact) {
        return Integer.parseInt(fact.substring(1));
    }

    private static Instant at(int second) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second);
    }
}
