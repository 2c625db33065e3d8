package org.laurel.benchmarks.completing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
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

    private static final int LEARNERS =
            Integer.getInteger("benchmark.learners", 200) / Crowd.TEMPLATES * Crowd.TEMPLATES;
    private static final int REQUESTS = Integer.getInteger("benchmark.reads", 200);
    private static final double SHARE = 0.6;

    /** How long requests of a kind warm up, and how long they come at the share, at least. */
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 0);

    /** Into so many stretches this is parted, so that a single halt spoils one of them. */
    private static final int STRETCHES = 3;

    private static final String SUMS = "requested_fields=chapter,sequential,vertical";

    /** Learners whose completions move numbers just before statistics are read. */
    private static final int MOVING = Math.min(10_000, LEARNERS);

    @Inject
    Crowd crowd;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final Course course = Course.of("Reads", 2_000, 1);
    private final String token = Tokens.staff();
    private final StringBuilder text = new StringBuilder();

    @Test
    void measures() {
        Stopwatch watch = new Stopwatch();
        crowd.plant(course, LEARNERS);
        double planted = watch.seconds();
        String sizes = crowd.sizes();
        try (Load load = Load.answeredWith(400)) {
            measure(load, "nothing", number -> "/api/completion/v1/course-structures/none");
        }
        try (Load load = Load.answeredWith(200)) {
            lists().forEach((kind, path) -> measure(load, kind, path));
            crowd.goOn(course, MOVING);
            numbers().forEach((kind, path) -> measure(load, kind, path));
        }
        Logger.getLogger("benchmark")
                .warn(String.format(
                                Locale.ROOT,
                                "%n11-completion-reads: %,d learners, %,d requests of each kind, set up in %.0f s%n",
                                LEARNERS,
                                REQUESTS,
                                planted)
                        + text
                        + sizes);
    }

    private void measure(Load load, String kind, IntFunction<String> path) {
        Load.Call call = number -> Load.to(port, path.apply(number), token).build();
        Stopwatch warming = new Stopwatch();
        int sent = 0;
        do {
            load.saturate(call, sent, REQUESTS);
            sent += REQUESTS;
        } while (warming.seconds() < SECONDS);
        Load.Result full = load.saturate(call, sent, REQUESTS / 2);
        double rate = SHARE * full.perSecond();
        int count = Math.max(REQUESTS / 2 / STRETCHES, (int) (SECONDS * rate / STRETCHES));
        List<Load.Result> stretches = new ArrayList<>();
        for (sent += REQUESTS / 2; stretches.size() < STRETCHES; sent += count) {
            stretches.add(load.steady(call, sent, count, rate));
        }
        assertThat(full.failed()).isZero();
        assertThat(stretches).allSatisfy(stretch -> assertThat(stretch.failed()).isZero());
        List<Double> p99 = sorted(stretches, 0.99);
        text.append(String.format(
                Locale.ROOT,
                "  %-34s %,7.0f/s; at 60 %% of it p50 %.1f ms, p99 %.1f ms (%.1f to %.1f; of all %.1f)%n",
                kind,
                full.perSecond(),
                sorted(stretches, 0.5).get(STRETCHES / 2),
                p99.get(STRETCHES / 2),
                p99.getFirst(),
                p99.getLast(),
                together(stretches).quantile(0.99)));
    }

    private static List<Double> sorted(List<Load.Result> stretches, double share) {
        return stretches.stream()
                .map(stretch -> stretch.quantile(share))
                .sorted()
                .toList();
    }

    private static Load.Result together(List<Load.Result> stretches) {
        List<Double> millis = stretches.stream()
                .flatMap(stretch -> stretch.millis().stream())
                .sorted()
                .toList();
        return new Load.Result(0, millis, 0);
    }

    private Map<String, IntFunction<String>> lists() {
        String detail = "/api/completion/v1/course/" + course.key() + "/";
        String list = "/api/completion/v1/course/";
        Map<String, IntFunction<String>> kinds = new LinkedHashMap<>();
        kinds.put("a learner", number -> detail + "?username=" + username(number));
        kinds.put("a learner, all sums", number -> detail + "?username=" + username(number) + "&" + SUMS);
        kinds.put("a learner's course runs", number -> list + "?username=" + username(number));
        kinds.put("page 1 to 100", number -> detail + "?page=" + page(number, 100));
        kinds.put("page 1 to 100, chapters", number -> detail + "?requested_fields=chapter&page=" + page(number, 100));
        kinds.put("page 1 to 100, all sums", number -> detail + "?" + SUMS + "&page=" + page(number, 100));
        kinds.put("page 901 to 1,000", number -> detail + "?page=" + (page(0, 1_000) - number % page(0, 100)));
        kinds.put("by cursor, anywhere", number -> detail + "?cursor=" + cursor(number));
        kinds.put("by cursor, anywhere, all sums", number -> detail + "?" + SUMS + "&cursor=" + cursor(number));
        kinds.put("everybody's list, page 1 to 100", number -> list + "?all_users=true&page=" + page(number, 100));
        kinds.put("everybody's list by cursor", number -> list + "?all_users=true&cursor=" + cursor(number));
        return kinds;
    }

    private Map<String, IntFunction<String>> numbers() {
        String detail = "/api/completion/v1/course/" + course.key() + "/";
        String statistics = "/api/completion/v1/stats/" + course.key() + "/";
        Map<String, IntFunction<String>> kinds = new LinkedHashMap<>();
        kinds.put("statistics", number -> statistics);
        kinds.put("statistics of a cohort", number -> statistics + "?cohorts=" + (number % Crowd.COHORTS + 1));
        kinds.put("a learner and the mean", number -> detail + "?requested_fields=mean&username=" + username(number));
        kinds.put("overview", number -> "/api/completion/v1/course/" + course.key() + "/overview");
        return kinds;
    }

    /** A page among the first ones, from the last of them on; there may be fewer. */
    private static int page(int number, int among) {
        int last = Math.min(among, LEARNERS / 10);
        return last - number % last;
    }

    private String cursor(int number) {
        byte[] place = (course.key() + " " + String.format("%08d", learner(number))).getBytes(UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place);
    }

    private static String username(int number) {
        return "user" + String.format("%08d", learner(number));
    }

    /** One of the learners but the last ten, spread over all of them. */
    private static long learner(int number) {
        return (number * 7_919L) % (LEARNERS - 10);
    }
}
