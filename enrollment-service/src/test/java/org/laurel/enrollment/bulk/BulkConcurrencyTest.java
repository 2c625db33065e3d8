package org.laurel.enrollment.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.allowed.AllowedScene;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

/** Accounts that change while a list is worked off. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class BulkConcurrencyTest {

    private final Scene scene = new Scene();
    private final BulkScene bulk = new BulkScene(scene);
    private final AllowedScene allowed = new AllowedScene(scene);
    private final KeyLocks locks;
    private final StatementCount sql;

    @Inject
    BulkConcurrencyTest(KeyLocks locks, StatementCount sql) {
        this.locks = locks;
        this.sql = sql;
    }

    @Test
    void enrollsWhoBecomesActiveWhileTheListWaits() throws Exception {
        // Given
        scene.open();
        allowed.account("eve", scene.email("eve"), false).statusCode(201);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {

            // When
            Future<ValidatableResponse> answer = QuarkusTransaction.requiringNew()
                    .call(() -> {
                        locks.lock(List.of(scene.id("eve")));
                        Future<ValidatableResponse> asked =
                                clients.submit(() -> bulk.ask(Tokens.staff(), "enroll", "", scene.username("eve")));
                        await().atMost(KafkaProbe.PATIENCE).until(BulkConcurrencyTest::isSomebodyWaiting);
                        sql.update("update learner set is_active = true where learner_id = ?", scene.id("eve"));
                        return asked;
                    });

            // Then
            answer.get().statusCode(200).body("results.outcome", contains("enrolled"));
        }
        assertThat(scene.row("eve")).containsEntry("is_active", true);
        assertThat(allowed.rows()).isEmpty();
    }

    private static boolean isSomebodyWaiting() {
        return !Database.current().query("""
                        select 1 from pg_stat_activity
                        where wait_event_type = 'Lock' and query like 'insert into key_lock%'
                        """).isEmpty();
    }
}
