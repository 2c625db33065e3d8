package org.laurel.enrollment.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PatientClient;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class EnrollmentConcurrencyTest {

    private static final int REQUESTS = 1_000;

    private final Scene scene = new Scene();

    @Test
    void makesOneEnrollmentAndTellsOfItOnceOfManyRequestsAtOnce() throws Exception {
        // Given
        scene.open();
        scene.register("ada");
        CountDownLatch together = new CountDownLatch(REQUESTS);
        Callable<Integer> request = () -> {
            together.countDown();
            together.await();
            return PatientClient.served(
                    () -> scene.enrollAsService("ada", "").extract().statusCode());
        };
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {

            // When
            List<Future<Integer>> answers;
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                answers = clients.invokeAll(Collections.nCopies(REQUESTS, request));
            }

            // Then
            assertThat(answers).extracting(Future::get).containsOnly(200);
            assertThat(scene.row("ada")).containsEntry("version", 1L).containsEntry("is_active", true);
            Database.current().awaitEmptyOutbox();
            scene.enrollAsService("ada", ", \"is_active\": false").statusCode(200);
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 2)).hasSize(2);
        }
    }
}
