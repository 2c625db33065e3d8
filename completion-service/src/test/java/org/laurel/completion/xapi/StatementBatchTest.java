package org.laurel.completion.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.completion.CountingSql;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.republication.app.Republishing;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.Database;

/** What a batch of completions costs when statements are made of them. */
@QuarkusTest
@TestProfile(StatementTopicTest.ToTopic.class)
class StatementBatchTest {

    @Inject
    ProgressAccounting accounting;

    @Inject
    StructurePublishing publishing;

    @Inject
    Republishing republishing;

    @ParameterizedTest
    @ValueSource(ints = {1, 300})
    void takesOneMoreStatementForAllItsStatements(int learners) {
        // Given
        Progressing course = new Progressing("course-v1:Org+batch+" + learners, accounting, publishing).published();
        enroll(course, learners);
        accounting.apply(batch(course, learners, "a"));

        // When
        List<String> sent = CountingSql.statements(() -> accounting.apply(batch(course, learners, "b")));

        // Then
        assertThat(sent)
                .hasSize(8 + 1)
                .filteredOn(sql -> sql.contains("xapi_statement"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void takesTwoMoreWhenTheStructureIsNotInMemory(int learners) {
        // Given
        Progressing course = new Progressing("course-v1:Org+batch+cold" + learners, accounting, publishing).published();
        enroll(course, learners);

        // When
        List<String> sent = CountingSql.statements(() -> accounting.apply(batch(course, learners, "a")));

        // Then
        assertThat(sent)
                .hasSize(9 + 1)
                .filteredOn(sql -> sql.contains("from course_structure s where id"))
                .hasSize(1);
    }

    @Test
    void makesNoneWhenSumsAreToldOnceMore() {
        // Given
        Progressing course = new Progressing("course-v1:Org+batch+again", accounting, publishing).published();
        accounting.apply(List.of(course.submit("again1", "a")));
        CourseLearner learner = new CourseLearner(course.outline().courseKey(), new LearnerId("again1"));

        // When
        List<String> sent =
                CountingSql.statements(() -> republishing.apply(List.of(learner), Cause.of("republication", "again")));

        // Then
        assertThat(sent)
                .anyMatch(sql -> sql.contains("insert into outbox"))
                .noneMatch(sql -> sql.contains("xapi_statement"));
    }

    private static void enroll(Progressing course, int learners) {
        Database.current().execute("""
                insert into enrollment (learner_id, course_key, mode, is_active, version)
                select 'batch' || i, ?, 'audit', true, 1 from generate_series(1, ?) i
                """, course.course(), learners);
    }

    private static List<ProgressCommand> batch(Progressing course, int learners, String block) {
        return IntStream.rangeClosed(1, learners)
                .mapToObj(i -> course.submit("batch" + i, block))
                .toList();
    }
}
