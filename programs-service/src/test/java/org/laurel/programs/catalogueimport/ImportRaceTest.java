package org.laurel.programs.catalogueimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.laurel.programs.catalogue.Calls.BASE;
import static org.laurel.programs.catalogue.Calls.staff;
import static org.laurel.programs.catalogue.Calls.uuid;
import static org.laurel.programs.catalogueimport.Imports.ended;
import static org.laurel.programs.catalogueimport.Imports.id;
import static org.laurel.programs.catalogueimport.Imports.send;

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
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.catalogueimport.app.ImportCancelling;
import org.laurel.programs.catalogueimport.app.ImportStarting;

/** Nobody is told that an import has ended which goes on. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ImportRaceTest {

    @Inject
    ImportStarting starting;

    @Inject
    ImportCancelling cancelling;

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
    void anImportThatStartsInTheMomentOfItsEndIsNotSaidToHaveEnded() throws Exception {
        // Given
        long id = id(send("", "").statusCode(201));
        staff().body("[{\"uuid\": \"%s\", \"key\": \"RaceX\"}]".formatted(uuid("import-race")))
                .post(BASE + "imports/" + id + "/parts?n=1&kind=organizations")
                .then()
                .statusCode(200);

        // When
        Future<?> ending = QuarkusTransaction.requiringNew().call(() -> {
            starting.apply(List.of(id));
            Future<?> begun = threads.submit(() -> cancelling.apply(List.of(id)));
            await("it waits").atMost(KafkaProbe.PATIENCE).until(ImportRaceTest::somebodyWaits);
            return begun;
        });

        // Then
        assertThatThrownBy(ending::get).cause().isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.problem().status()).isEqualTo(409);
            assertThat(problem.problem().errorCode()).isEqualTo("import_started");
        });
        assertThat(ended(id).getString("state")).isEqualTo("done");
    }

    private static boolean somebodyWaits() {
        return !Database.current()
                .query("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .isEmpty();
    }
}
