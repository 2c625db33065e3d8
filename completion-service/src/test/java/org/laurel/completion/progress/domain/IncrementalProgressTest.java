package org.laurel.completion.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.laurel.completion.Outline;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.verification.domain.FullWalk;

class IncrementalProgressTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Property
    void stepByStepEqualsAWalkOverTheWholeCourse(@ForAll Random random) {
        // Given
        RandomCourse courses = new RandomCourse(random);
        Outline outline = courses.next();
        MemoryLearner learner = new MemoryLearner(outline.courseKey());
        CourseStructure structure = outline.structure(1, START);
        learner.publish(graph(1, structure), true);

        // When
        for (int step = 2; step < 40; step++) {
            switch (random.nextInt(16)) {
                case 0, 1 -> {
                    structure = courses.next().structure(step, START);
                    learner.publish(graph(step, structure), random.nextBoolean());
                }
                case 2, 3 -> learner.stand(courses.standing(outline));
                case 4 -> learner.waitUntil(learner.now().plusSeconds(random.nextInt(2)));
                case 5 -> learner.clear(START.plusSeconds(random.nextInt(10)));
                default -> learner.submit(batch(learner, outline, random));
            }
        }
        learner.recount();

        // Then
        FullWalk walk = FullWalk.through(1, structure, BlockTypes.USUAL);
        Map<String, Tally> sums = walk.sums(learner.standing().viewer(), learner.now(), learner.values());
        Set<String> touched = new HashSet<>();
        sums.forEach((block, expected) -> {
            if (block.equals(walk.root()) || expected.earned() + expected.optionalEarned() > 0) {
                assertThat(learner.tally(block)).isEqualTo(expected);
                touched.add(block);
            }
        });
        touched.remove(structure.root());
        assertThat(learner.rowKeys()).isEqualTo(touched);
    }

    @Property
    void theCountersAreWhatTheRowsCountFor(@ForAll Random random) {
        // Given
        RandomCourse courses = new RandomCourse(random);
        Outline outline = courses.next();
        MemoryLearner learner = new MemoryLearner(outline.courseKey());

        // When
        for (int step = 1; step < 30; step++) {
            switch (random.nextInt(8)) {
                case 0 -> learner.publish(graph(step, courses.next().structure(step, START)), random.nextBoolean());
                case 1, 2 -> learner.stand(courses.standing(outline));
                case 3 -> learner.waitUntil(learner.now().plusSeconds(random.nextInt(2)));
                default -> learner.submit(batch(learner, outline, random));
            }
        }

        // Then
        Map<Counter.Kind, Count> sums = new EnumMap<>(Counter.Kind.class);
        learner.counters().forEach((counter, count) -> sums.merge(counter.kind(), count, Count::plus));
        CourseRow row = learner.course();
        boolean counted = row.member().active();
        Count whole = row.follows().profile().structureId() == 0 ? Count.unbased() : Count.of(row.tally());
        assertThat(sums.getOrDefault(Counter.Kind.LEARNERS, Count.NONE)).isEqualTo(counted ? whole : Count.NONE);
        assertThat(sums.getOrDefault(Counter.Kind.DAY, Count.NONE)).isEqualTo(counted ? whole : Count.NONE);
        Set<String> blocks = learner.counters().keySet().stream()
                .filter(counter -> counter.kind() == Counter.Kind.BLOCK)
                .map(Counter::item)
                .collect(Collectors.toSet());
        Set<String> earning = learner.rowKeys().stream()
                .filter(key -> learner.earned(key) > 0)
                .collect(Collectors.toSet());
        assertThat(blocks).isEqualTo(counted ? earning : Set.of());
    }

    @Property
    void orderAndRepetitionOfArrivalMakeNoDifference(@ForAll Random random) {
        // Given
        Outline outline = new RandomCourse(random).next();
        CourseGraph index = graph(1, outline.structure(1, START));
        MemoryLearner first = new MemoryLearner(outline.courseKey());
        MemoryLearner second = new MemoryLearner(outline.courseKey());
        List<ProgressCommand> facts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            facts.addAll(List.of(batch(first, outline, random)));
        }
        List<ProgressCommand> shuffled = new ArrayList<>(facts);
        shuffled.addAll(facts.subList(0, facts.size() / 2));
        Collections.shuffle(shuffled, random);

        // When
        first.publish(index, true);
        first.recount();
        facts.forEach(first::submit);
        int published = random.nextInt(shuffled.size());
        for (int i = 0; i < shuffled.size(); i++) {
            if (i == published) {
                second.publish(index, random.nextBoolean());
            }
            second.submit(shuffled.get(i));
        }
        second.recount();

        // Then
        assertThat(second.values()).isEqualTo(first.values());
        assertThat(second.rowKeys()).isEqualTo(first.rowKeys());
        first.rowKeys().forEach(key -> assertThat(second.tally(key)).isEqualTo(first.tally(key)));
        assertThat(second.course().tally()).isEqualTo(first.course().tally());
    }

    @Property
    void theLastThingToldOfTheCourseIsWhatIsStored(@ForAll Random random) {
        // Given
        RandomCourse courses = new RandomCourse(random);
        Outline outline = courses.next();
        MemoryLearner learner = new MemoryLearner(outline.courseKey());

        // When
        for (int step = 1; step < 30; step++) {
            if (random.nextInt(5) == 0) {
                learner.publish(graph(step, courses.next().structure(step, START)), true);
            } else {
                learner.submit(batch(learner, outline, random));
            }
        }

        // Then
        boolean completed = false;
        Tally last = null;
        for (ProgressFact fact : learner.told()) {
            switch (fact) {
                case ProgressFact.Progressed progressed ->
                    last = progressed.aggregate().type().equals("course") ? progressed.tally() : last;
                case ProgressFact.CompletionCrossed crossed -> {
                    assertThat(crossed.completed()).isNotEqualTo(completed);
                    completed = crossed.completed();
                }
            }
        }
        CourseRow stored = learner.course();
        if (last != null) {
            assertThat(stored.tally().earned()).isEqualTo(last.earned());
            assertThat(stored.tally().possible()).isEqualTo(last.possible());
            assertThat(completed).isEqualTo(last.isComplete() && last.possible() > 0);
        } else {
            assertThat(stored.tally().earned()).isZero();
        }
    }

    private static CourseGraph graph(long id, CourseStructure structure) {
        return CourseGraph.of(id, structure, BlockTypes.USUAL);
    }

    /** Few blocks, values and times, so that lateness, repeats and lower values happen all the time. */
    private static ProgressCommand[] batch(MemoryLearner learner, Outline outline, Random random) {
        ProgressCommand[] commands = new ProgressCommand[1 + random.nextInt(3)];
        for (int i = 0; i < commands.length; i++) {
            String block = outline.key("leaf" + random.nextInt(RandomCourse.LEAVES));
            long units = random.nextInt(4) * (Units.ONE / 3);
            commands[i] = learner.completion(block, units, START.plusSeconds(random.nextInt(10)));
        }
        return commands;
    }
}
