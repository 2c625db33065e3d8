package org.laurel.completion.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

/** After any history in any order the counters say what counting all learners says. */
@QuarkusTest
class CounterRecountTest {

    private static final String COUNTED = """
            select kind, item, cohorts, roles, sum(learners) as learners, sum(started) as started,
                   sum(completed) as completed, sum(earned) as earned, sum(possible) as possible, sum(percent) as percent
            from (select * from completion_counter union all select * from completion_counter_delta) as moved
            where course_key = ? and kind <> 'DAY'
            group by kind, item, cohorts, roles
            having (sum(learners), sum(started), sum(completed), sum(earned), sum(possible), sum(percent))
                <> (0, 0, 0, 0, 0, 0)
            order by kind, item, cohorts, roles
            """;

    /** Who learners are comes from what other services told, not from what was noted when they were counted. */
    private static final String MEMBERS = """
            with member as (
                select e.course_key, e.learner_id,
                       coalesce((select string_agg(m.cohort_id::text, ',' order by m.cohort_id) from cohort_membership m
                                 where m.learner_id = e.learner_id and m.is_member
                                     and (m.course_key = e.course_key or m.course_key = '' and m.org = 'RecountOrg')), '')
                           as cohorts,
                       coalesce((select string_agg(r.role, ',' order by r.role collate "C")
                                 from (select distinct role from course_role r
                                       where r.learner_id = e.learner_id and r.is_member
                                           and (r.course_key = e.course_key
                                                or r.course_key = '' and r.org = 'RecountOrg')) r), '') as roles
                from enrollment e where e.course_key = ? and e.is_active),
            """;

    private static final String RECOUNTED = MEMBERS + """
            one as (
                select 'LEARNERS' as kind,
                       case when p.structure_id = 0 then 0 when p.earned = p.possible * 1000000000 then 11
                            when p.earned = 0 then 0 else p.earned * 10 / (p.possible * 1000000000) + 1 end || ' '
                           || p.structure_id || ':' || p.types_version || ':' || p.release_step || ':' || p.audience as item,
                       m.cohorts, m.roles, p.structure_id = 0 as is_unbased, p.earned, p.possible
                from member m join course_progress p using (course_key, learner_id)
                union all
                select 'BLOCK', b.block_key, m.cohorts, m.roles, false, b.earned, b.possible
                from member m join block_progress b using (course_key, learner_id) where b.earned > 0)
            select kind, item, cohorts, roles, count(*) as learners, count(*) filter (where earned > 0) as started,
                   count(*) filter (where earned = possible * 1000000000 and not is_unbased) as completed,
                   sum(earned) as earned, sum(possible) as possible,
                   sum(case when is_unbased then 0 when possible = 0 then 1000000000000
                            else (earned * 1000 + possible / 2) / possible end) as percent
            from one group by kind, item, cohorts, roles order by kind, item, cohorts, roles
            """;

    private static final String BY_KIND = """
            select cohorts, roles, sum(learners) as learners, sum(started) as started, sum(completed) as completed,
                   sum(earned) as earned, sum(possible) as possible, sum(percent) as percent
            from (select * from completion_counter union all select * from completion_counter_delta) as moved
            where course_key = ? and kind = ? group by cohorts, roles having sum(learners) <> 0 order by cohorts, roles
            """;

    private static final List<String> BLOCKS = List.of("a", "b", "d", "oc", "f");
    private static final List<String> ROLES = List.of("staff", "beta_testers", "limited_staff", "data_researcher");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void countersSayWhatCountingAllLearnersSays(int seed) {
        // Given
        String course = "course-v1:RecountOrg+recount+" + seed;
        List<PlatformEvent> history = history(course, new Random(seed));

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, history.toArray(PlatformEvent[]::new));
        }
        Arrival.awaitJobs();

        // Then
        List<Map<String, Object>> counted = rows(COUNTED, course);
        assertThat(counted).hasSizeGreaterThan(10).isEqualTo(rows(RECOUNTED, course));
        assertThat(counted).anyMatch(row -> "BLOCK".equals(row.get("kind")));
        assertThat(rows(BY_KIND, course, "DAY")).isNotEmpty().isEqualTo(rows(BY_KIND, course, "LEARNERS"));
    }

    /** A history in any order: of every subject the highest version, or the latest time, counts. */
    private static List<PlatformEvent> history(String course, Random random) {
        Platform platform = new Platform(course);
        List<PlatformEvent> events = new ArrayList<>();
        for (int step = 1; step <= 300; step++) {
            String learner = "rc" + course.charAt(course.length() - 1) + "-" + random.nextInt(12);
            events.add(
                    switch (random.nextInt(10)) {
                        case 0, 1, 2 ->
                            platform.enrolledIn(
                                    random.nextBoolean() ? "audit" : "verified",
                                    learner,
                                    learner,
                                    random.nextInt(4) > 0,
                                    step);
                        case 3 -> cohort(platform, learner, step, random);
                        case 4 ->
                            platform.role(
                                    learner,
                                    ROLES.get(random.nextInt(ROLES.size())),
                                    random.nextBoolean(),
                                    random.nextBoolean(),
                                    step);
                        default ->
                            platform.completed(
                                    learner,
                                    outline(course, 0).key(BLOCKS.get(random.nextInt(BLOCKS.size()))),
                                    List.of("0", "0.3333", "1", "1").get(random.nextInt(4)),
                                    step * 100);
                    });
        }
        for (int version = 1; version <= 4; version++) {
            events.add(platform.structure(outline(course, version), version, version * 50));
        }
        Collections.shuffle(events, random);
        return events;
    }

    private static PlatformEvent cohort(Platform platform, String learner, int step, Random random) {
        int number = random.nextInt(3);
        return platform.cohort(learner, 910 + number, "Cohort " + number, number == 2, random.nextBoolean(), step);
    }

    /** Structures that differ in what there is and who sees it. */
    private static Outline outline(String course, int version) {
        Outline outline = Outline.small(course).blocks("html", "f");
        return switch (version) {
            case 1 -> outline.block("chapter", "e", "f");
            case 2 -> outline.groups("ch2", "910", "verified").staffOnly("b");
            case 3 -> outline.block("chapter", "ch1", "a").optional("d");
            case 4 -> outline.block("chapter", "e", "f").groups("e", "Cohort 2").groups("b", "verified");
            default -> outline;
        };
    }

    private static List<Map<String, Object>> rows(String statement, Object... arguments) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Database.current().query(statement, arguments).forEach(row -> {
            Map<String, Object> texts = new LinkedHashMap<>();
            row.forEach((column, value) -> texts.put(column, String.valueOf(value)));
            rows.add(texts);
        });
        return rows;
    }
}
