package org.laurel.completion.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.laurel.completion.Outline;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.StructureIndex;

class IncrementalProgressTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Property(tries = 500)
    void stepByStepEqualsAWalkOverTheWholeCourse(@ForAll Random random) {
        // Given
        RandomCourse courses = new RandomCourse(random);
        Outline outline = courses.next();
        MemoryLearner learner = new MemoryLearner(outline.courseKey());
        CourseStructure structure = outline.structure(1, START);
        learner.publish(StructureIndex.of(1, structure), true);

        // When
        for (int step = 2; step < 40; step++) {
            if (random.nextInt(10) == 0) {
                structure = courses.next().structure(step, START);
                learner.publish(StructureIndex.of(step, structure), random.nextBoolean());
            } else {
                learner.submit(batch(learner, outline, random));
            }
        }
        learner.publish(StructureIndex.of(100, structure), true);

        // Then
        FullWalk walk = FullWalk.of(structure, learner.values());
        StructureIndex index = StructureIndex.of(100, structure);
        for (Aggregate aggregate : index.aggregates()) {
            Tally expected = walk.tally(aggregate.blockKey());
            assertThat(aggregate.possible()).isEqualTo(expected.possible());
            assertThat(learner.earned(aggregate.blockKey())).isEqualTo(expected.earned());
        }
    }

    @Property(tries = 300)
    void orderAndRepetitionOfArrivalMakeNoDifference(@ForAll Random random) {
        // Given
        Outline outline = new RandomCourse(random).next();
        StructureIndex index = StructureIndex.of(1, outline.structure(1, START));
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
        facts.forEach(first::submit);
        int published = random.nextInt(shuffled.size());
        for (int i = 0; i < shuffled.size(); i++) {
            if (i == published) {
                second.publish(index, random.nextBoolean());
            }
            second.submit(shuffled.get(i));
        }

        // Then
        assertThat(second.values()).isEqualTo(first.values());
        for (Aggregate aggregate : index.aggregates()) {
            assertThat(second.earned(aggregate.blockKey())).isEqualTo(first.earned(aggregate.blockKey()));
        }
    }

    @Property(tries = 300)
    void theLastThingToldOfTheCourseIsWhatIsStored(@ForAll Random random) {
        // Given
        RandomCourse courses = new RandomCourse(random);
        Outline outline = courses.next();
        MemoryLearner learner = new MemoryLearner(outline.courseKey());

        // When
        for (int step = 1; step < 30; step++) {
            if (random.nextInt(5) == 0) {
                learner.publish(StructureIndex.of(step, courses.next().structure(step, START)), true);
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
        CourseRow stored = Objects.requireNonNull(learner.course());
        if (last != null) {
            assertThat(stored.tally()).isEqualTo(last);
            assertThat(completed).isEqualTo(last.isComplete());
        } else {
            assertThat(stored.tally().earned()).isZero();
        }
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
