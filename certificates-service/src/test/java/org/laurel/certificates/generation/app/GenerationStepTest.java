package org.laurel.certificates.generation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.generation.Auditorium;
import org.laurel.certificates.generation.domain.Selector;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.StatementCount;

/** What a chunk of a run costs, and what becomes of one that is done twice. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class GenerationStepTest {

    @Inject
    Auditorium auditorium;

    @Inject
    GenerationStart start;

    @Inject
    GenerationStep step;

    @Inject
    Jobs jobs;

    @Inject
    StatementCount statements;

    @Test
    void aChunkTakesAsManyStatementsForAThousandLearnersAsForThree() {
        // Given
        CourseKey few = auditorium.open("cost-few");
        auditorium.enroll(few, "cost-few", 3, true);
        CourseKey many = auditorium.open("cost-many");
        auditorium.enroll(many, "cost-many", 1_000, true);
        long fewJob = paused(few);
        long manyJob = paused(many);

        // When
        long forFew = statements.during(() -> advance(fewJob, few));
        long forMany = statements.during(() -> advance(manyJob, many));

        // Then
        assertThat(forMany).isEqualTo(forFew).isLessThan(25);
        assertThat(Auditorium.certificates(many, "downloadable")).isEqualTo(1_000);
    }

    @Test
    void aChunkThatIsDoneTwiceChangesNothingMore() {
        // Given
        CourseKey course = auditorium.open("twice");
        auditorium.enroll(course, "twice", 3, true);
        long job = paused(course);
        JobStep.Progress first = advance(job, course);

        // When
        JobStep.Progress again = advance(job, course);

        // Then
        assertThat(first.counts()).containsOnlyKeys("granted").containsEntry("granted", 3L);
        assertThat(again.done()).isZero();
        assertThat(Auditorium.versions(course)).isEqualTo(3);
    }

    /** A run that the job runner leaves alone. */
    private long paused(CourseKey course) {
        return QuarkusTransaction.requiringNew().call(() -> {
            StartRun run = StartRun.of(course, Selector.REGULAR, Cause.of("test", "test"));
            RunStart.Begun begun = (RunStart.Begun) start.apply(List.of(run)).getFirst();
            jobs.pause(begun.jobId(), true);
            return begun.jobId();
        });
    }

    private JobStep.Progress advance(long job, CourseKey course) {
        JobStep.Chunk chunk = new JobStep.Chunk(job, course.value(), JsonNodeFactory.instance.objectNode(), null);
        return QuarkusTransaction.requiringNew().call(() -> step.advance(chunk));
    }
}
