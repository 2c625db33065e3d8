package org.laurel.enrollment.retirement.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.retirement.db.RetirementQueries;
import org.laurel.enrollment.retirement.domain.ErasureNews;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.LaurelInfrastructure;

/** Since when a service has nothing of a learner any more. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ErasureNotingTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final LearnerId learner = new LearnerId(new Scene().id("ada"));

    @Inject
    ErasureNoting noting;

    @Inject
    RetirementQueries retirements;

    @Test
    void theFirstReportOfAServiceCounts() {
        // Given
        noting.apply(List.of(news("programs", NOON.plusSeconds(2)), news("programs", NOON)));

        // When
        noting.apply(List.of(news("programs", NOON.plusSeconds(9)), news("completion", NOON.plusSeconds(9))));

        // Then
        assertThat(retirements.reports(List.of(learner)))
                .containsEntry(learner, Map.of("programs", NOON, "completion", NOON.plusSeconds(9)));
    }

    private ErasureNews news(String service, Instant at) {
        return new ErasureNews(learner, service, at);
    }
}
