package org.laurel.kit.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.sample.Sample.patiently;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.laurel.sample.KitTest;

/** An alert on a metric that nobody writes never fires, and nobody notices. */
@KitTest
class AlertRulesTest {

    /**
     * Metrics of every service; those that send mails or statements, count completion or speak to Open edX show more
     * and test it.
     */
    private static final Pattern METRIC = Pattern.compile("\\blaurel_(?!mail_|xapi_|completion_|openedx_)[a-z_]+");

    @Test
    void alertsAreOnMetricsThatAServiceShows() throws IOException {
        // When
        Set<String> watched = new TreeSet<>();
        Matcher expressions = METRIC.matcher(Files.readString(Path.of("../deploy/k8s/alerts/prometheus-rule.yaml")));
        while (expressions.find()) {
            watched.add(expressions.group());
        }

        // Then they are there once each has been read
        assertThat(watched).contains("laurel_brake_engaged", "laurel_parked_events", "laurel_events_lag");
        patiently().untilAsserted(() -> assertThat(shown()).containsAll(watched));
    }

    private static Set<String> shown() {
        return given().get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[ {].*$", ""))
                .collect(Collectors.toSet());
    }
}
