package org.laurel.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptTest {
    private final RunId run = RunId.next();

    @Test
    void theStoryHasAGraduateAHalfwayLearnerAnAuditorAndOneWhoLapses() {
        // Given When
        Script script = SmallScript.of(run);

        // Then
        assertThat(script.certificates()).hasSize(5);
        assertThat(script.graduates()).extracting(Learner::nickname).containsExactly("ada", "dora");
        assertThat(script.lapses()).singleElement().satisfies(lapse -> {
            assertThat(lapse.learner().nickname()).isEqualTo("dora");
            assertThat(lapse.passing()).isFalse();
        });
    }

    @Test
    void aCrowdHasTheSameSharesInEveryTenLearners() {
        // Given When
        Script script = CrowdScript.of(run, 20);

        // Then
        assertThat(script.attempts()).hasSize(40);
        assertThat(script.certificates()).hasSize(34);
        assertThat(script.graduates()).hasSize(16);
        assertThat(script.lapses())
                .hasSize(2)
                .allSatisfy(lapse -> assertThat(script.graduates()).contains(lapse.learner()));
    }

    @Test
    void noTwoRunsShareAnId() {
        // Given When
        Script first = SmallScript.of(run);
        Script second = SmallScript.of(RunId.next());

        // Then
        assertThat(first.learners()).doesNotContainAnyElementsOf(second.learners());
        assertThat(first.courses()).doesNotContainAnyElementsOf(second.courses());
        assertThat(first.program().uuid()).isNotEqualTo(second.program().uuid());
    }
}
