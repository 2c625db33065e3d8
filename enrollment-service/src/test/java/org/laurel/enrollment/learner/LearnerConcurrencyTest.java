package org.laurel.enrollment.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PatientClient;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LearnerConcurrencyTest {

    private final Scene scene = new Scene();

    @Test
    void givesAUsernameToOneOfManyWhoWantItAtOnce() throws Exception {
        // Given
        String wanted = "{\"username\": \"%s\"}".formatted(scene.username("ada"));
        List<Callable<Integer>> requests = IntStream.range(0, 40)
                .<Callable<Integer>>mapToObj(i -> () -> PatientClient.served(
                        () -> scene.putLearner("learner" + i, wanted).extract().statusCode()))
                .toList();

        // When
        List<Future<Integer>> answers;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = clients.invokeAll(requests);
        }

        // Then
        assertThat(answers).extracting(Future::get).containsOnlyOnce(201).containsOnly(201, 409);
    }
}
