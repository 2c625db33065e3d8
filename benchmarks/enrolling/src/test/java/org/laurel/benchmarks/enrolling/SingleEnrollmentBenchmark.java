package org.laurel.benchmarks.enrolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.Load;

/**
 * Single enrollments by REST: the highest rate first, then what a request takes at half of it; beside them a request that
 * is refused for its course key, without the database. Asserts counts, never times.
 */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class SingleEnrollmentBenchmark {

    private static final int LEARNERS = Integer.getInteger("benchmark.learners", 2_000);

    @Inject
    Seed seed;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void measures() {
        String token = Tokens.service();
        int warm = LEARNERS / 4;
        int saturated = LEARNERS / 4;
        int steady = LEARNERS - warm - saturated;
        seed.plant(LEARNERS);
        try (Load load = new Load()) {
            Load.Call enroll = number -> enrollment(token, number);
            Load.Call empty = number ->
                    Load.to(port, "/api/enrollment/v1/course-runs/none", token).build();
            load.saturate(enroll, 0, warm);
            load.saturate(empty, 0, warm);
            Load.Result full = load.saturate(enroll, warm, saturated);
            Load.Result emptyFull = load.saturate(empty, 0, saturated);
            Load.Result half = load.steady(enroll, warm + saturated, steady, full.perSecond() / 2);
            Load.Result emptyHalf = load.steady(empty, 0, steady, full.perSecond() / 2);
            assertThat(half.failed() + full.failed()).isZero();
            assertThat(emptyHalf.failed() + emptyFull.failed()).isZero();
            assertThat(Database.current().count("enrollment")).isEqualTo(LEARNERS);
            report(full, half, emptyFull, emptyHalf);
        }
    }

    private HttpRequest enrollment(String token, int number) {
        String body = """
                {"user": "%s", "course_details": {"course_id": "%s"}}""".formatted(Seed.username(number), Seed.COURSE);
        return Load.to(port, "/api/enrollment/v1/enrollment", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static void report(Load.Result full, Load.Result half, Load.Result emptyFull, Load.Result emptyHalf) {
        Logger.getLogger("benchmark")
                .warn(String.format(
                        Locale.ROOT,
                        """

                        04-single-enrollment: %d learners
                          highest rate   %.0f enrollments/s, %.2f of that of a request without the database (%.0f/s)
                          at half of it  p50 %.1f ms, p99 %.1f ms; a request without the database p50 %.1f ms, p99 %.1f ms
                        """,
                        LEARNERS,
                        full.perSecond(),
                        full.perSecond() / emptyFull.perSecond(),
                        emptyFull.perSecond(),
                        half.quantile(0.5),
                        half.quantile(0.99),
                        emptyHalf.quantile(0.5),
                        emptyHalf.quantile(0.99)));
    }
}
