package org.laurel.kit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.record;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.brake.Brake;
import org.laurel.kit.consume.ConsumptionHold;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.erasure.Erasure.Erased;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.job.JobSchedules;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.job.Timing;
import org.laurel.kit.parked.ParkedEvents;
import org.laurel.kit.sql.Sql;
import org.laurel.sample.KitTest;

/** Personal data as canaries in every place that the kit keeps. */
@KitTest
class ErasureTest {

    private static final List<String> TABLES = List.of(
            "outbox",
            "parked_event",
            "idempotency_key",
            "job",
            "job_schedule",
            "brake",
            "brake_history",
            "consumer",
            "consumer_history");

    @Inject
    Erasure erasure;

    @Inject
    Sql sql;

    @Inject
    ParkedEvents parked;

    @Inject
    Jobs jobs;

    @Inject
    JobSchedules schedules;

    @Inject
    Brake brake;

    @Inject
    ConsumptionHold consumption;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String learner = learner();
    private final String other = learner();
    private final String username = "kanari-" + mark;
    private final String name = "Känari O'\"Quote\" " + mark;
    private final String email = "kanari+" + mark + "@example.org";
    private final Map<String, List<String>> words = Map.of(learner, List.of(username, name, email));
    private final Cause operator = Cause.of(username, "request").because("asked by " + name);

    @Test
    void noCanarySurvivesAnywhere() {
        // Given
        String subject = "course:" + mark;
        brake.engage(subject, "too many", "1");
        brake.release(subject, operator);
        consumption.pause(true, operator);
        consumption.pause(false, operator);
        QuarkusTransaction.requiringNew().run(() -> {
            long job = jobs.begin("count", subject, Map.of("learners", List.of(username, other)), null, username);
            jobs.pause(job, true);
            schedules.add("count", subject, Map.of("csv", "x\n" + username), Timing.Cron.utc("0 3 1 1 *"), username);
            schedules.add(
                    "count",
                    subject,
                    Map.of("reason", "for " + name + ", " + email),
                    Timing.Cron.utc("0 3 1 1 *"),
                    "ops");
            park(learner, "{\"anything\": 1, \"name\": \"" + mark + "\"}");
            park(other, "{\"changed_by\": \"" + username + "\"}");
            park("nobody", "{\"username\": \"" + username.toUpperCase(Locale.ROOT) + "\"}");
            park("nobody", "{\"learner_id\": \"" + learner + "\", \"name\": \"" + mark + "\"}");
            park("nobody", "{\"broken\": \"" + username + "\"");
            park(email, null);
            answer(learner, "{}");
            answer(other, "{\"username\": \"" + username + "\"}");
            answer(other, "[\"" + learner + "\", \"" + mark + "\"]");
            answer(other, "user,mail\n" + username + "," + email);
        });

        // When
        Erased erased = QuarkusTransaction.requiringNew().call(() -> {
            send(learner, snapshot(learner));
            send("course-" + mark, "{\"changed_by\": \"" + username + "\", \"note\": \"write to " + email + "\"}");
            Erased found = erasure.erase(words);
            erasure.eraseOperations(words);
            assertThat(canaries()).isEmpty();
            return found;
        });

        // Then
        assertThat(erased).isEqualTo(new Erased(2, 5, 1, 4));
        assertThat(canaries()).isEmpty();
        assertThat(sql.query("select parameters::text from job where subject = ?", row -> row.getString(1), subject))
                .containsExactly("{\"learners\": [\"" + learner + "\", \"" + other + "\"]}");
        assertThat(sql.query(
                        "select distinct coalesce(released_by, '-') from brake_history where subject = ? order by 1",
                        row -> row.getString(1),
                        subject))
                .containsExactly("-", learner);
    }

    @Test
    void theEventStillLeavesAndUnderAnotherId() {
        // Given
        String before = UUID.randomUUID().toString();

        // When
        List<String> after = QuarkusTransaction.requiringNew().call(() -> {
            send(before, learner, snapshot(learner));
            erasure.erase(words);
            return sql.query(
                    "select event_id || ' ' || value from outbox where record_key = ?",
                    row -> row.getString(1),
                    learner);
        });

        // Then
        assertThat(after)
                .singleElement()
                .asString()
                .doesNotContain(before)
                .endsWith(" {\"learner_id\":\"" + learner + "\",\"mode\":\"audit\",\"learner\":{\"learner_id\":\""
                        + learner + "\",\"username\":\"" + learner + "\",\"email\":\"\",\"name\":\"\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%s", "ask %s.", "ask %s. Thanks", "ask %s…", "„%s“ wrote", "问%s吧", "<%s>", "%s,b@example.org"})
    void anEmailAddressIsFoundInAnyText(String text) {
        // Given
        String address = "k" + mark.charAt(0) + "@example.org";
        String note = "{\"note\": \"" + text.formatted(address) + "\"}";
        QuarkusTransaction.requiringNew().run(() -> {
            park("nobody", note);
            answer(other, note);
        });

        // When
        Erased erased = QuarkusTransaction.requiringNew().call(() -> {
            send("course-" + mark, note);
            return erasure.erase(Map.of(learner, List.of(address)));
        });

        // Then
        assertThat(erased).isEqualTo(new Erased(1, 0, 1, 1));
    }

    @Test
    void aLearnerWithAnEverydayUsernameCostsNobodyElseAnything() {
        // Given
        String theirs = "{\"learner_id\":\"" + other + "\",\"mode\":\"audit\",\"learner\":{\"learner_id\":\"" + other
                + "\",\"username\":\"a\",\"name\":\"" + mark + " Garcia\"}}";
        QuarkusTransaction.requiringNew().run(() -> {
            park(other, theirs);
            park(other, "{\"broken\": \"a\\u0000b\", \"text\": \"say \\\\a\"");
            park("course-" + mark, "{\"modes\":[{\"name\":\"audit\"}],\"reason\":\"a reason\"}");
            answer(other, "{\"detail\": \"a certificate of " + other + "\"}");
        });

        // When
        Erased erased = QuarkusTransaction.requiringNew().call(() -> {
            send(other, theirs);
            Erased found = erasure.erase(Map.of(learner, List.of("audit", "a", mark + " Garcia", "")));
            assertThat(sql.query("select value from outbox where record_key = ?", row -> row.getString(1), other))
                    .containsExactly(theirs);
            return found;
        });

        // Then
        assertThat(erased.outbox()).isZero();
        assertThat(erased.discarded()).isZero();
        assertThat(erased.blanked()).isZero();
        assertThat(sql.query("select 1 from idempotency_key where caller = ?", row -> 1, other))
                .hasSize(1);
    }

    @Test
    void aLearnerOfWhomNothingIsKnownButTheIdIsFound() {
        // Given
        QuarkusTransaction.requiringNew().run(() -> {
            park(learner, "{}");
            answer(learner, "{}");
        });

        // When
        Erased erased = QuarkusTransaction.requiringNew().call(() -> erasure.erase(Map.of(learner, List.of())));

        // Then
        assertThat(erased).isEqualTo(new Erased(0, 1, 0, 1));
    }

    @Test
    void eachOfManyLearnersIsErasedAndOnlyWhereNamed() {
        // Given
        String third = learner();
        Map<String, List<String>> both =
                Map.of(learner, List.of(username, email), third, List.of("third-" + mark, "Third Name " + mark));
        QuarkusTransaction.requiringNew().run(() -> {
            park(other, "{\"changed_by\": \"third-" + mark + "\", \"created_by\": \"" + username + "\"}");
            answer(other, "{\"name\": \"Third Name " + mark + "\"}");
            answer(other, "{\"name\": \"Third Name " + mark + "s\"}");
        });

        // When
        Erased erased = QuarkusTransaction.requiringNew().call(() -> {
            send(other, "{\"a_by\":\"third-" + mark + "\",\"b_by\":\"" + username + "\"}");
            Erased found = erasure.erase(both);
            assertThat(sql.query("select value from outbox where record_key = ?", row -> row.getString(1), other))
                    .containsExactly("{\"a_by\":\"" + third + "\",\"b_by\":\"" + learner + "\"}");
            return found;
        });

        // Then
        assertThat(erased).isEqualTo(new Erased(1, 0, 1, 1));
        assertThat(sql.query(
                        "select convert_from(value, 'UTF8') from parked_event where record_key = convert_to(?, 'UTF8')",
                        row -> row.getString(1),
                        other))
                .containsExactly("{\"changed_by\":\"" + third + "\",\"created_by\":\"" + learner + "\"}");
    }

    /** Tables that still hold a canary, in columns of text and of bytes alike. */
    private List<String> canaries() {
        String hex = HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8));
        return TABLES.stream()
                .filter(table -> !sql.query(
                                "select 1 from " + table
                                        + " t where to_jsonb(t)::text ~* ? or to_jsonb(t)::text like ?",
                                row -> 1,
                                "k(a|ä|\\\\u00e4)nari[^ ]* ?[^ ]* ?" + mark,
                                "%" + hex + "%")
                        .isEmpty())
                .toList();
    }

    private void park(String key, @Nullable String value) {
        RawRecord record = record(key, value, Map.of("x-user", username, "x-mail", email));
        parked.park(record, "test", "about " + mark);
    }

    private void answer(String caller, String body) {
        sql.update(
                "insert into idempotency_key (scope, fingerprint, status, body, caller) values (?, 'f', 200, ?, ?)",
                UUID.randomUUID().toString(),
                body,
                caller);
    }

    private String snapshot(String id) {
        return "{\"learner_id\":\"" + id + "\",\"mode\":\"audit\",\"learner\":{\"learner_id\":\"" + id
                + "\",\"username\":\"" + username + "\",\"email\":\"" + email + "\",\"name\":\""
                + name.replace("\"", "\\\"") + "\"}}";
    }

    private void send(String key, String value) {
        send(UUID.randomUUID().toString(), key, value);
    }

    private void send(String id, String key, String value) {
        sql.update("""
                insert into outbox (event_id, topic, record_key, event_type, correlation_id, causation_id, value)
                values (?::uuid, 'laurel.completions', ?, 'org.laurel.test.erased.v1', 'c', 'c', ?)
                """, id, key, value);
    }
}
