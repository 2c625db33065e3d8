package org.laurel.completion.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

/**
 * The same facts of every kind, told to three course runs that are alike: in order, shuffled, and shuffled with
 * many told twice under different ids.
 * All end with the same rows and the same numbers of the course run.
 */
@QuarkusTest
class AnyOrderTest {

    private static final int LEARNERS = 4;

    static Stream<Long> seeds() {
        return Stream.of(11L, 12L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void endInTheSameState(long seed) {
        // Given
        List<List<PlatformEvent>> tellings = new ArrayList<>();
        for (String run : List.of("a", "b", "c")) {
            tellings.add(facts(new Platform(course(seed, run)), new Random(seed)));
        }
        Random order = new Random(seed + 100);
        Collections.shuffle(tellings.get(1), order);
        tellings.get(2)
                .addAll(tellings.get(2).subList(0, 40).stream()
                        .map(fact -> fact.withId("again-" + fact.id()))
                        .toList());
        Collections.shuffle(tellings.get(2), order);

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            tellings.forEach(telling -> Arrival.send(probe, telling.toArray(PlatformEvent[]::new)));
        }
        Arrival.awaitJobs();

        // Then
        List<Map<String, @Nullable Object>> inOrder = state(course(seed, "a"));
        assertThat(inOrder).hasSizeGreaterThan(LEARNERS);
        assertThat(state(course(seed, "b"))).isEqualTo(inOrder);
        assertThat(state(course(seed, "c"))).isEqualTo(inOrder);
    }

    private static String course(long seed, String run) {
        return "course-v1:Any+order" + seed + "+" + run;
    }

    private static List<PlatformEvent> facts(Platform platform, Random random) {
        List<PlatformEvent> facts = new ArrayList<>();
        for (int minute = 1; minute < 120; minute++) {
            String learner = "any" + random.nextInt(LEARNERS) + platform.course();
            Outline outline = outline(platform.course(), random);
            facts.add(
                    switch (random.nextInt(12)) {
                        case 0 -> platform.structure(outline, minute, minute);
                        case 1 ->
                            platform.enrolledIn(
                                    random.nextBoolean() ? "audit" : "verified",
                                    learner,
                                    learner,
                                    random.nextInt(3) > 0,
                                    minute);
                        case 2 ->
                            platform.cohort(learner, 77, "Night", random.nextBoolean(), random.nextBoolean(), minute);
                        case 3 -> platform.role(learner, "staff", false, random.nextInt(3) == 0, minute);
                        case 4 ->
                            platform.assigned(
                                    learner,
                                    outline.key("o"),
                                    random.nextBoolean() ? List.of(outline.key("oc")) : List.of(),
                                    minute);
                        default ->
                            platform.completed(
                                    learner,
                                    outline.key(List.of("a", "b", "d", "oc").get(random.nextInt(4))),
                                    List.of("0", "0.25", "0.5", "1").get(random.nextInt(4)),
                                    minute);
                    });
        }
        return facts;
    }

    private static Outline outline(String course, Random random) {
        Outline outline = Outline.small(course);
        String some = List.of("a", "b", "ch2", "oc").get(random.nextInt(4));
        return switch (random.nextInt(6)) {
            case 0 -> outline.groups(some, "verified", "77");
            case 1 -> outline.staffOnly(some);
            case 2 -> outline.optional(some);
            case 3 -> outline.block("course", "c", "ch1", "e");
            default -> outline;
        };
    }

    /** Everything that is the same whatever the order: sums, membership and numbers, without ids and the course's key. */
    private static List<Map<String, @Nullable Object>> state(String course) {
        return Database.current().query("""
                        select 'course' as kind, replace(learner_id, course_key, '') as item, is_counted || cohorts || roles as class,
                               earned, possible, optional_earned, optional_possible, 0::numeric as learners, 0::numeric as percent
                        from course_progress where course_key = ?
                        union all
                        select 'block', replace(learner_id, course_key, '') || replace(block_key, substr(course_key, 11), ''), '',
                               earned, possible, optional_earned, optional_possible, 0, 0
                        from block_progress where course_key = ?
                        union all
                        select kind, case kind when 'BLOCK' then replace(item, substr(course_key, 11), '')
                                               else split_part(item, ' ', 1) end, cohorts || '/' || roles,
                               sum(earned), sum(possible), sum(started), sum(completed), sum(learners), sum(percent)
                        from (select * from completion_counter union all select * from completion_counter_delta) as c
                        where course_key = ? and kind <> 'DAY'
                        group by 1, 2, 3 having sum(learners) <> 0
                        order by 1, 2, 3
                        """, course, course, course);
    }
}
