package org.laurel.benchmarks.completing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.laurel.completion.verification.db.NumberRecount;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.Load;
import org.laurel.measuring.Stopwatch;

/**
 * Reads of a course run with many learners by REST: the highest rate of each kind, and what a request takes at 60 % of it; beside them a
 * request that is refused for its course key, without the database. Asserts counts, never times.
 */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CompletionReadsBenchmark {

    private static final int LEARNERS = Math.max(100, Integer.getInteger("benchmark.learners", 200));
    private static final int REQUESTS = Integer.getInteger("benchmark.reads", 200);
    private static final double SHARE = 0.6;
    private static final String SUMS = "requested_fields=chapter,sequential,vertical";

    @Inject
    Crowd crowd;

    @Inject
    NumberRecount numbers;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final Course course = Course.of("Reads", 2_000, 1);
    private final StringBuilder text = new StringBuilder();

    @Test
    void measures() {
        Stopwatch watch = new Stopwatch();
        crowd.plant(course, LEARNERS);
        double planted = watch.seconds();
        assertThat(numbers.of(course.key(), false)).isEmpty();
        String token = Tokens.staff();
        try (Load load = new Load()) {
            kinds().forEach((kind, path) -> {
                Load.Call call =
                        number -> Load.to(port, path.apply(number), token).build();
                load.saturate(call, 0, REQUESTS / 4);
                Load.Result full = load.saturate(call, REQUESTS / 4, REQUESTS / 4);
                Load.Result steady = load.steady(call, REQUESTS / 2, REQUESTS / 2, SHARE * full.perSecond());
                assertThat(full.failed() + steady.failed()).isZero();
                text.append(String.format(
                        Locale.ROOT,
                        "  %-34s %,7.0f/s; at 60 %% of it p50 %.1f ms, p99 %.1f ms%n",
                        kind,
                        full.perSecond(),
                        steady.quantile(0.5),
                        steady.quantile(0.99)));
            });
        }
        Logger.getLogger("benchmark")
                .warn(String.format(
                                Locale.ROOT,
                                "%n11-completion-reads: %,d learners, %,d requests of each kind, set up in %.0f s%n",
                                LEARNERS,
                                REQUESTS,
                                planted)
                        + text
                        + crowd.sizes());
    }

    private Map<String, IntFunction<String>> kinds() {
        String list = "/api/completion/v1/course/" + course.key() + "/";
        Map<String, IntFunction<String>> kinds = new LinkedHashMap<>();
        kinds.put("nothing", number -> "/api/completion/v1/course-structures/none");
        kinds.put("one learner", number -> list + "?username=" + username(number));
        kinds.put("one learner, all sums", number -> list + "?username=" + username(number) + "&" + SUMS);
        kinds.put("a learner's course runs", number -> "/api/completion/v1/course/?username=" + username(number));
        kinds.put("pages 1 to 100", number -> list + "?page=" + (number % deepest(100) + 1));
        kinds.put(
                "pages 1 to 100, chapters",
                number -> list + "?requested_fields=chapter&page=" + (number % deepest(100) + 1));
        kinds.put("pages 900 to 1,000", number -> list + "?page=" + (deepest(1_000) - number % deepest(100)));
        return kinds;
    }

    /** The page of this number, or the last one. */
    private static int deepest(int page) {
        return Math.min(page, LEARNERS / 10);
    }

    private static String username(int number) {
        return "user" + String.format("%08d", (number * 7_919L) % LEARNERS);
    }
}
