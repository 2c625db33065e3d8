package org.laurel.completion.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.Publish;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;

@QuarkusTest
class RebaseJobTest {

    private static final String COURSE = "course-v1:Org+rebase+2026";
    private static final Outline OUTLINE = Outline.small(COURSE);

    /** Scenarios 53 and 54, as decided: the job leaves nothing behind that would have to be cleaned up. */
    @Test
    void leavesAPublicationInProgressToTheJobThatComesWithIt() {
        // Given
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Platform platform = new Platform(COURSE);
            Arrival.send(probe, platform.structure(OUTLINE, 1, 0), platform.completed("j1", OUTLINE.key("a"), "1", 1));
            Arrival.awaitJobs();
        }
        AtomicReference<JobStep.@Nullable Progress> chunk = new AtomicReference<>();

        // When
        QuarkusTransaction.requiringNew().run(() -> {
            publishSmaller();
            chunk.set(QuarkusTransaction.requiringNew().call(RebaseJobTest::chunk));
        });

        // Then
        assertThat(Objects.requireNonNull(chunk.get()).done()).isZero();
        Arrival.awaitJobs();
        assertThat(Database.current()
                        .value(
                                "select p.possible from course_progress p join course_structure s on s.id = structure_id "
                                        + "where p.course_key = ? and s.version = 2",
                                COURSE))
                .isEqualTo("2");
    }

    private static void publishSmaller() {
        CourseStructure smaller =
                Outline.small(COURSE).block("course", "c", "ch1", "e").structure(2, Platform.at(2));
        CDI.current()
                .select(StructurePublishing.class)
                .get()
                .apply(List.of(new Publish(
                        smaller.courseKey(),
                        2L,
                        smaller.root(),
                        smaller.blocks(),
                        smaller.occurredAt(),
                        false,
                        Cause.of("test", "rebase"))));
    }

    /** A chunk that fails when it has to wait for the publication. */
    private static JobStep.Progress chunk() {
        CDI.current().select(Sql.class).get().update("set local lock_timeout = '5s'");
        return CDI.current().select(JobStep.class).stream()
                .filter(step -> step.kind().equals(StructurePublishing.JOB))
                .findFirst()
                .orElseThrow()
                .advance(new JobStep.Chunk(1, COURSE, JsonNodeFactory.instance.objectNode(), null));
    }
}
