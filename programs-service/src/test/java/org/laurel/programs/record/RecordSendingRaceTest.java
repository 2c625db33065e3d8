package org.laurel.programs.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.mail.MailServer;
import org.laurel.kit.test.mail.Mailbox;
import org.laurel.programs.catalogue.app.PathwayKeeping;

/** A record goes to what its pathway is at the moment of sending, whatever it was when the request came. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class RecordSendingRaceTest {

    @Inject
    KeyLocks locks;

    @Inject
    Sql sql;

    private ExecutorService threads;

    @BeforeEach
    void open() {
        threads = Executors.newFixedThreadPool(1);
    }

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void isNotSentToAPathwayThatCeasesToTakeRecordsMeanwhile() throws Exception {
        // Given
        RecordStory record = RecordStory.of("sendlate", List.of(List.of("A")));
        long pathway = record.pathway(16_160, "credit", "published", "late@partner.example");

        // When
        int status = sentWhile("update pathway set status = 'unpublished' where pathway_id = ?", pathway, record);

        // Then
        assertThat(status).isEqualTo(404);
        for (String table : List.of("mail", "sent_record", "shared_record")) {
            assertThat(Database.current()
                            .query(
                                    "select 1 from " + table + " where learner_id = ?",
                                    record.story().learnerId()))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    void goesToTheAddressThatThePathwayGetsMeanwhile() throws Exception {
        // Given
        RecordStory record = RecordStory.of("sendmoved", List.of(List.of("A")));
        long pathway = record.pathway(16_161, "credit", "published", "before@partner.example");

        // When
        int status =
                sentWhile("update pathway set email = 'after@partner.example' where pathway_id = ?", pathway, record);

        // Then
        assertThat(status).isEqualTo(200);
        Mailbox.await("after@partner.example", 1);
        assertThat(Mailbox.of("before@partner.example")).isEmpty();
    }

    /** Sends while somebody changes the pathway, who commits once the request waits. */
    private int sentWhile(String change, long pathway, RecordStory record) throws Exception {
        Future<Integer> sending = QuarkusTransaction.requiringNew().call(() -> {
            locks.change(List.of(PathwayKeeping.PATHWAYS));
            sql.update(change, pathway);
            Future<Integer> begun = threads.submit(
                    () -> record.send(record.story().token(), pathway).extract().statusCode());
            await("the request waits").atMost(KafkaProbe.PATIENCE).until(RecordSendingRaceTest::somebodyWaits);
            return begun;
        });
        return sending.get();
    }

    private static boolean somebodyWaits() {
        return !Database.current()
                .query("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .isEmpty();
    }
}
