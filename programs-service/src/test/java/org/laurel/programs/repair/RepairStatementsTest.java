package org.laurel.programs.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.Story.at;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.StatementCount;
import org.laurel.programs.credential.app.CredentialRepairing;
import org.laurel.programs.credential.domain.RepairLearner;
import org.laurel.programs.credential.domain.RepairRule;
import org.laurel.programs.credential.domain.Repaired;
import org.laurel.programs.credential.domain.Repaired.Outcome;

/** A chunk of a repair takes as many statements for many learners as for two. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RepairStatementsTest {

    @Test
    void doNotDependOnTheNumberOfLearners() {
        // Given
        RepairStory few = RepairStory.of("few").withProgram();
        RepairStory many = RepairStory.of("many").withProgram();
        RepairStory.factsOnly(
                IntStream.range(0, 2).mapToObj(i -> few.granted(i, "A")).toList());
        RepairStory.factsOnly(
                IntStream.range(0, 60).mapToObj(i -> many.granted(i, "A")).toList());

        // When
        long two = statements(few, 2);
        long sixty = statements(many, 60);

        // Then
        assertThat(sixty).isEqualTo(two);
    }

    private static long statements(RepairStory story, int learners) {
        List<RepairLearner> commands = IntStream.range(0, learners)
                .mapToObj(i -> new RepairLearner(
                        new LearnerId(story.learner(i)),
                        Set.of(story.program()),
                        new RepairRule(true, true, at(60)),
                        Cause.of("test", "repair")))
                .toList();
        return CDI.current()
                .select(StatementCount.class)
                .get()
                .during(() -> assertThat(CDI.current()
                                .select(CredentialRepairing.class)
                                .get()
                                .apply(commands))
                        .extracting(Repaired::outcome)
                        .filteredOn(outcome -> outcome == Outcome.AWARDED)
                        .hasSize(learners));
    }
}
