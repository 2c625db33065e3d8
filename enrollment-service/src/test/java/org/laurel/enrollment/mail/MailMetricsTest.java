package org.laurel.enrollment.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.MailServer;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.mail.db.MailTable;
import org.laurel.enrollment.mail.domain.Mail;
import org.laurel.enrollment.mail.domain.MailBacklog;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.RepositoryRoot;

/** Mails that do not go are seen by operators. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class MailMetricsTest {

    private static final Pattern METRIC = Pattern.compile("\\blaurel_[a-z_]+");

    /** Some times as long as it takes until the metrics are read again. */
    private static final Duration SHOWN = Duration.ofMinutes(1);

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private final Scene scene = new Scene();
    private final MailTable mails;

    @Inject
    MailMetricsTest(MailTable mails) {
        this.mails = mails;
    }

    @Test
    void countsWhatWasGivenUpWithinTheLastDayByReason() {
        // Given
        QuarkusTransaction.begin();
        try {
            giveUp("SMTP 550", LATER.minus(Duration.ofHours(1)));
            giveUp("unfit_address", LATER.minus(Duration.ofHours(23)));
            giveUp("key_expired", LATER.minus(Duration.ofHours(2)));
            giveUp("too_many_failures", LATER.minus(Duration.ofHours(3)));
            giveUp("too_many_failures", LATER);
            giveUp("too_many_failures", LATER.minus(Duration.ofHours(25)));
            mails.add(List.of(mail()), Instant.EPOCH);

            // When
            MailBacklog backlog = mails.backlog(LATER);

            // Then
            assertThat(backlog.refused()).isEqualTo(2);
            assertThat(backlog.expired()).isEqualTo(3);
            assertThat(backlog.waiting()).isPositive();
            assertThat(backlog.oldestSeconds()).isEqualTo(LATER.getEpochSecond());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

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

    private void giveUp(String error, Instant when) {
        mails.add(List.of(mail()), Instant.EPOCH);
        mails.lease(Instant.EPOCH, LATER).ifPresent(mail -> mails.giveUp(mail.id(), when, error));
    }

    private Mail mail() {
        return Mail.telling(
                MailKind.NAME_CHANGE_REJECTED, new LearnerId(scene.id("ada")), scene.email("ada"), "a good one");
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
