package org.laurel.enrollment.cohort.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

class RandomCohortTest {

    private static final CourseKey RUN = new CourseKey("course-v1:Org+A+R1");

    @Test
    void dividesLearnersAboutEvenly() {
        // Given
        List<Cohort> cohorts = IntStream.range(0, 3)
                .mapToObj(i -> new Cohort(new CohortKey(RUN, i), "C" + i, AssignmentType.RANDOM, null, null))
                .toList();

        // When
        Map<String, Long> sizes = IntStream.range(0, 3000)
                .mapToObj(i -> RandomCohort.of(new Seat(new LearnerId("" + i), RUN), cohorts)
                        .name())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));

        // Then
        assertThat(sizes.values())
                .hasSize(3)
                .allSatisfy(size -> assertThat(size).isBetween(850L, 1150L));
    }
}
