package org.laurel.e2e.drill;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurel.stack.LaurelService;
import org.laurel.stack.Stack;
import org.laurel.stack.token.TokenRequest;

/**
 * Drill of the database: while it is away, full or at odds with itself, callers are told to come back and events wait; then
 * everything has its effect, whole and once.
 */
@ExtendWith(DrillStack.class)
class DatabaseDrillTest {
    private static final Duration CATCHING_UP = Duration.ofSeconds(30);
    private static final int LEARNERS = 125;
    private static final int MORE_THAN_A_POOL = 40;
    private static final int WRITES = 150;
    private static final int FIRST_REFUSAL = 400;

    /** The tables whose changes are refused now and then. */
    private static final Map<LaurelService, List<String>> HOT = Map.of(
            LaurelService.ENROLLMENT, List.of("enrollment", "outbox"),
            LaurelService.CERTIFICATES, List.of("standing_fact", "certificate", "outbox"),
            LaurelService.PROGRAMS, List.of("course_credential", "outbox"),
            LaurelService.COMPLETION, List.of("block_completion", "outbox"));

    @Test
    void callersAreToldToComeBackWhileTheDatabaseIsAway(Stack stack) {
        drill(stack, "Stopped Database", Size.DATABASE_SECONDS, stack.postgres()::stop, stack.postgres()::start);
    }

    @Test
    void callersAreToldToComeBackWhileNoConnectionCanBeHad(Stack stack) {
        Sql administration = new Sql(stack.administration());
        drill(
                stack,
                "Refused Connections",
                Size.REFUSED_SECONDS,
                () -> limitConnections(administration, 0),
                () -> limitConnections(administration, -1));
    }

    @Test
    void callersAreToldToComeBackWhileAllConnectionsWait(Stack stack) throws SQLException {
        try (Connection other = stack.database(LaurelService.CERTIFICATES).connect();
                Statement lock = other.createStatement()) {
            // Given
            other.setAutoCommit(false);
            lock.execute("lock table learner, certificate in access exclusive mode");
            HttpRequest request = HttpRequest.newBuilder(URI.create(stack.baseUrl()
                            + "/api/certificates/v0/certificates/nobody/courses/course-v1:Laurel+Drill+1"))
                    .header("Authorization", "Bearer " + token(stack))
                    .build();

            // When
            Answers answers = Answers.none();
            List<CompletableFuture<Void>> callers = Collections.nCopies(MORE_THAN_A_POOL, request).stream()
                    .map(one -> Ground.beside(() -> answers.ask(one)))
                    .toList();
            Ground.patiently().until(() -> answers.unavailable() > 0);
            other.rollback();
            callers.forEach(CompletableFuture::join);

            // Then
            assertThat(answers.bad()).isEmpty();
            Report report = Report.of("all connections of a pool wait").line("requests at once", MORE_THAN_A_POOL);
            answers.counts().forEach((status, count) -> report.line("  answered " + status, count));
            report.print();
        }
    }

    @Test
    void transactionsThatLoseAgainstOthersAreTriedAgain(Stack stack) {
        try (Ground ground = Ground.of(stack)) {
            // Given
            School school = School.open(ground, "Lost Races", LEARNERS);
            refuseNowAndThen(ground);

            // When
            ground.publish(school.beginnings(0, 1));
            ground.publish(school.endings(0, 1));
            List<HttpRequest> requests =
                    new ArrayList<>(Operations.of(stack.baseUrl().toString(), token(stack)).stream()
                            .filter(request -> request.method().equals("GET"))
                            .toList());
            Writes writes = Writes.of(WRITES, stack.baseUrl().toString(), token(stack));
            requests.addAll(writes.all());
            Answers answers = Answers.to(requests);
            Ground.patiently()
                    .until(() -> ground.sql(LaurelService.PROGRAMS)
                                    .number(
                                            "select count(*) from course_credential where learner_id like ? and status = 'awarded'",
                                            school.prefix() + "%")
                            == school.passing());
            long refused = letAllPass(ground);
            ground.settle();
            int undone = writes.assertWholeOrNothing(ground, answers);
            Answers repeated = Answers.to(writes.all());
            ground.settle();

            // Then
            assertThat(answers.bad()).isEmpty();
            assertThat(undone).isPositive();
            assertThat(writes.assertWholeOrNothing(ground, repeated)).isZero();
            assertThat(repeated.counts().keySet()).allMatch(status -> status < FIRST_REFUSAL);
            assertThat(answers.unavailable()).isPositive();
            assertThat(refused).isPositive();
            Report report = Report.of("serialization failures in one of ten statements")
                    .line("statements refused with SQLState 40001", refused)
                    .line("requests meanwhile, that read and that write", answers.total())
                    .line("  answered 503 with Retry-After and a problem document", answers.unavailable())
                    .none("  answered 500, or 503 without Retry-After and a problem document", answers.bad())
                    .line("course runs put", WRITES)
                    .line("  refused, of which there was neither a row nor an event", undone)
                    .line("  put again under the same key, and there and told of once", repeated.total())
                    .line("events of the platform", ground.sent().size());
            Audit.check(ground, school, report);
            report.print();
        }
    }

    /** Takes the database away while events flow, asks every documented operation, and gives it back. */
    private static void drill(Stack stack, String title, int seconds, Runnable take, Runnable giveBack) {
        try (Ground ground = Ground.of(stack)) {
            // Given
            School school = School.open(ground, title, LEARNERS);
            ground.publish(school.beginnings(0, 2));

            // When
            take.run();
            Instant until = Instant.now().plusSeconds(seconds);
            ground.publish(school.beginnings(1, 2));
            Answers answers = Answers.to(Operations.of(stack.baseUrl().toString(), token(stack)));
            Ground.patiently()
                    .pollDelay(
                            Math.max(0, Duration.between(Instant.now(), until).toMillis()), MILLISECONDS)
                    .atMost(Duration.ofHours(1))
                    .until(() -> true);
            giveBack.run();
            Instant back = Instant.now();
            ground.publish(school.endings(0, 1));
            ground.settleWithin(CATCHING_UP);
            Duration caughtUp = Duration.between(back, Instant.now());
            Answers refusedAgain = Answers.to(answers.refused());
            List<String> pretended = answers.pretended(refusedAgain).stream()
                    .filter(Operations::needsDatabase)
                    .toList();

            // Then
            assertThat(answers.bad()).isEmpty();
            assertThat(refusedAgain.bad()).isEmpty();
            assertThat(answers.unavailable()).isGreaterThan(answers.total() / 4);
            Report report = Report.of(title.toLowerCase(Locale.ROOT))
                    .line("seconds", seconds)
                    .line("documented operations asked meanwhile", answers.total());
            answers.counts().forEach((status, count) -> report.line("  answered " + status, count));
            report.none("  answered 500, or 503 without Retry-After and a problem document", answers.bad())
                    .none("  answered as if the database were there", pretended)
                    .line("seconds until all was handled and published", caughtUp.toSeconds())
                    .line("events of the platform", ground.sent().size());
            Audit.check(ground, school, report);
            report.print();
        }
    }

    private static void limitConnections(Sql administration, int limit) {
        for (LaurelService service : LaurelService.everywhere()) {
            administration.execute("alter role " + service.label() + " connection limit " + limit);
        }
        if (limit == 0) {
            administration.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename <> 'postgres'");
        }
    }

    private static void refuseNowAndThen(Ground ground) {
        HOT.forEach((service, tables) -> {
            Sql sql = ground.sql(service);
            sql.execute("create sequence drill_refused");
            sql.execute("create function drill_refuse() returns trigger language plpgsql as $$ begin "
                    + "if random() < 0.1 then perform nextval('drill_refused'); "
                    + "raise exception 'drilled' using errcode = '40001'; end if; return null; end $$");
            tables.forEach(table -> sql.execute("create trigger drill_refuse after insert or update on " + table
                    + " for each statement execute function drill_refuse()"));
        });
    }

    /** How many statements were refused. */
    private static long letAllPass(Ground ground) {
        long refused = 0;
        for (Map.Entry<LaurelService, List<String>> hot : HOT.entrySet()) {
            Sql sql = ground.sql(hot.getKey());
            hot.getValue().forEach(table -> sql.execute("drop trigger drill_refuse on " + table));
            refused += sql.number("select case when is_called then last_value else 0 end from drill_refused");
            sql.execute("drop function drill_refuse()");
            sql.execute("drop sequence drill_refused");
        }
        return refused;
    }

    private static String token(Stack stack) {
        return stack.tokens().issue(TokenRequest.role("service"));
    }
}
