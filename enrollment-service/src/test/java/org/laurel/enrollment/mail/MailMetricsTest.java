package org.laurel.enrollment.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.RepositoryRoot;
import org.laurel.kit.test.mail.MailServer;

/** Mails that do not go are seen by operators. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class MailMetricsTest {

    private static final Pattern METRIC = Pattern.compile("\\blaurel_(?!xapi_|completion_|openedx_)[a-z_]+");

    /** Some times as long as it takes until the metrics are read again. */
    private static final Duration SHOWN = Duration.ofMinutes(1);

    private final Scene scene = new Scene();

    @Test
    void showsHowLongTheOldestMailHasBeenWaiting() {
        // When
        Database.current().execute("""
                insert into mail (kind, learner_id, recipient, created_at, not_before)
                values ('name_change_rejected', ?, ?, now() - interval '2 days', now() + interval '1 day')
                """, scene.id("ada"), scene.email("ada"));

        // Then
        try {
            Awaitility.await().atMost(SHOWN).untilAsserted(() -> {
                Map<String, Double> shown = shown();
                assertThat(shown.getOrDefault("laurel_mail_oldest_seconds", 0.0))
                        .isGreaterThanOrEqualTo(172_800);
                assertThat(shown.getOrDefault("laurel_mail_waiting", 0.0)).isPositive();
            });
        } finally {
            Database.current().execute("delete from mail where learner_id = ?", scene.id("ada"));
        }
    }

    @Test
    void showsWhatWasGivenUp() {
        // When
        Database.current().execute("""
                insert into mail (kind, learner_id, recipient, created_at, not_before, given_up_at, error)
                select 'name_change_rejected', ?, ?, now(), now(), now(), 'too_many_failures' from generate_series(1, 3)
                """, scene.id("ada"), scene.email("ada"));

        // Then
        try {
            Awaitility.await()
                    .atMost(SHOWN)
                    .untilAsserted(() -> assertThat(shown().getOrDefault("laurel_mail_given_up expired", 0.0))
                            .isGreaterThanOrEqualTo(3));
        } finally {
            Database.current().execute("delete from mail where learner_id = ?", scene.id("ada"));
        }
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
        assertThat(watched).contains("laurel_mail_oldest_seconds", "laurel_mail_given_up");
        assertThat(rules)
                .contains("laurel_mail_given_up{reason=\"expired\"}", "laurel_mail_given_up{reason=\"refused\"}");
        Awaitility.await().atMost(SHOWN).untilAsserted(() -> {
            Map<String, Double> shown = shown();
            assertThat(shown.keySet().stream().map(name -> name.split(" ")[0])).containsAll(watched);
            assertThat(shown).containsKeys("laurel_mail_given_up expired", "laurel_mail_given_up refused");
        });
    }

    /** Values by metric, and by metric and reason where there are reasons. */
    private Map<String, Double> shown() {
        return given().get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("laurel_"))
                .collect(Collectors.toMap(
                        line -> line.replaceFirst("[ {].*$", "").concat(reason(line)),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)),
                        Double::max));
    }

    private static String reason(String line) {
        return Pattern.compile("reason=\"([a-z]+)\"")
                .matcher(line)
                .results()
                .map(found -> " " + found.group(1))
                .collect(Collectors.joining());
    }
}
