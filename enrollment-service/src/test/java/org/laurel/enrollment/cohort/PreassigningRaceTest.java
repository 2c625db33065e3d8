package org.laurel.enrollment.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.OpenTransaction;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.allowed.AllowedScene;
import org.laurel.enrollment.cohort.app.Preassigning;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.Preassignment;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.SubmitLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;

/** A cohort is kept for an address in the very moment in which an active account comes to have it. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class PreassigningRaceTest {

    private static final Cause CAUSE = Cause.of("somebody", "c1");

    private final Scene scene = new Scene();
    private final CohortScene cohorts = new CohortScene(scene);

    @Inject
    LearnerRegistration registration;

    @Inject
    Preassigning preassigning;

    @Inject
    Sql sql;

    @Test
    void placesWhoIsComingWhileTheCohortIsKept() throws Exception {
        // Given
        scene.open();
        long blue = cohorts.make("Blue", "manual");
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {

            // When
            Future<?> answer = QuarkusTransaction.requiringNew().call(() -> {
                Account account = new Account(scene.username("ada"), scene.email("ada"), "", true);
                BusinessTime now = new BusinessTime.Asked(Clock.systemUTC().instant(), CAUSE.id());
                registration.apply(
                        List.of(new SubmitLearner(new LearnerId(scene.id("ada")), account, null, now, CAUSE)));
                Future<?> asked = clients.submit(() -> cohorts.add(blue, "[\"%s\"]".formatted(scene.email("ada")))
                        .statusCode(200));
                OpenTransaction.current(sql).awaitThatItWaits(asked);
                return asked;
            });

            // Then
            answer.get();
        }
        assertThat(cohorts.cohortOf("ada")).isEqualTo("Blue");
        assertThat(waiting()).isZero();
    }

    @Test
    void placesWhoComesWhileTheCohortIsBeingKept() throws Exception {
        // Given
        scene.open();
        CohortKey blue = new CohortKey(new CourseKey(scene.course()), cohorts.make("Blue", "manual"));
        AllowedScene people = new AllowedScene(scene);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {

            // When
            Future<?> answer = QuarkusTransaction.requiringNew().call(() -> {
                preassigning.apply(List.of(new Preassignment(scene.email("ada"), blue, CAUSE)));
                Future<?> asked = clients.submit(
                        () -> people.account("ada", scene.email("ada"), true).statusCode(201));
                OpenTransaction.current(sql).awaitThatItWaits(asked);
                return asked;
            });

            // Then
            answer.get();
        }
        assertThat(cohorts.cohortOf("ada")).isEqualTo("Blue");
        assertThat(waiting()).isZero();
    }

    /** How many cohorts of the course run wait for somebody. */
    private int waiting() {
        return Database.current()
                .query("select 1 from cohort_preassignment where course_key = ?", scene.course())
                .size();
    }
}
