package org.laurel.completion.xapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.RepositoryRoot;

/** Statements that do not go are seen by operators. */
@QuarkusTest
class StatementMetricsTest {

    private static final Pattern METRIC = Pattern.compile("\\blaurel_(?!mail_|openedx_)[a-z_]+");

    @AfterEach
    void empty() {
        Database.current().execute("delete from xapi_statement");
    }

    @Test
    void showsWhatWaitsAndWhatWasSetAside() {
        // When
        Database.current().execute("""
                insert into xapi_statement (statement_id, statement, created_at, set_aside_at, reason)
                select gen_random_uuid(), '{}', now() - interval '2 days', case when n > 3 then now() end,
                       case when n > 3 then 'HTTP 400' end
                from generate_series(1, 5) n
                """);

        // Then
        await().atMost(KafkaProbe.PATIENCE).untilAsserted(() -> {
            Map<String, Double> shown = shown();
            assertThat(shown).containsEntry("laurel_xapi_waiting", 3.0).containsEntry("laurel_xapi_set_aside", 2.0);
            assertThat(shown.getOrDefault("laurel_xapi_oldest_seconds", 0.0)).isGreaterThanOrEqualTo(172_800);
        });
    }

    @Test
    void alertsAreOnMetricsThatTheServiceShows() throws IOException {
        // When
        String rules = Files.readString(RepositoryRoot.find().resolve("deploy/k8s/alerts/prometheus-rule.yaml"));
        List<String> watched = METRIC.matcher(rules)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        // Then they are there once each has been read
        assertThat(watched).contains("laurel_xapi_oldest_seconds", "laurel_xapi_set_aside");
        await().atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> assertThat(shown()).containsKeys(watched.toArray(String[]::new)));
    }

    private static Map<String, Double> shown() {
        return given().get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("laurel_"))
                .collect(Collectors.toMap(
                        line -> line.replaceFirst("[ {].*$", ""),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)),
                        Double::max));
    }
}
