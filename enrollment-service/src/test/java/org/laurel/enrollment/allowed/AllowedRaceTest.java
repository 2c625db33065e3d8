package org.laurel.enrollment.allowed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.enrollment.OpenTransaction;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.allowed.app.EmailAllowing;
import org.laurel.enrollment.allowed.domain.Allowance;
import org.laurel.enrollment.allowed.domain.AllowedKey;
import org.laurel.enrollment.bulk.BulkScene;
import org.laurel.enrollment.bulk.app.BulkEnrolling;
import org.laurel.enrollment.bulk.domain.BulkAction;
import org.laurel.enrollment.bulk.domain.BulkItem;
import org.laurel.enrollment.bulk.domain.BulkOrder;
import org.laurel.enrollment.enrollment.domain.Authority;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.db.AddressTable;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.SubmitLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** An address is allowed in the very moment in which an active account comes to have it. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class AllowedRaceTest {

    private static final String AUTO = ", \"auto_enroll\": true";
    private static final Cause CAUSE = Cause.of("somebody", "c1");

    private final Scene scene = new Scene();
    private final AllowedScene allowed = new AllowedScene(scene);
    private final BulkScene bulk = new BulkScene(scene);

    @Inject
    LearnerRegistration registration;

    @Inject
    EmailAllowing allowing;

    @Inject
    BulkEnrolling bulkEnrolling;

    @Inject
    AddressTable addresses;

    @Inject
    KeyLocks locks;

    @Inject
    Sql sql;

    /** How an active account comes to have the address. */
    enum Coming {
        NEW,
        ACTIVATION,
        ADDRESS
    }

    /** How the address is allowed. */
    enum Allowing {
        ALONE,
        BULK
    }

    @ParameterizedTest
    @CsvSource({"NEW,ALONE", "NEW,BULK", "ACTIVATION,ALONE", "ACTIVATION,BULK", "ADDRESS,ALONE", "ADDRESS,BULK"})
    void enrollsWhoIsComingWhileTheAddressIsAllowed(Coming coming, Allowing way) throws Exception {
        // Given
        prepare(coming);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {

            // When
            Future<?> answer = QuarkusTransaction.requiringNew().call(() -> {
                registration.apply(List.of(active("ada")));
                Future<?> asked = clients.submit(() -> allowByRequest(way));
                OpenTransaction.current(sql).awaitThatItWaits(asked);
                return asked;
            });

            // Then
            answer.get();
        }
        assertThat(scene.row("ada")).containsEntry("is_active", true);
        assertThat(scene.row("ada")).containsEntry("version", 1L);
    }

    @Test
    void aListEnrollsWhoIsComingAsItSays() throws Exception {
        // Given
        scene.open("audit", "verified");
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {

            // When
            Future<ValidatableResponse> answer = QuarkusTransaction.requiringNew()
                    .call(() -> {
                        registration.apply(List.of(active("ada")));
                        Future<ValidatableResponse> asked = clients.submit(() -> bulk.ask(
                                Tokens.staff(), "enroll", AUTO + ", \"mode\": \"verified\"", scene.email("ada")));
                        OpenTransaction.current(sql).awaitThatItWaits(asked);
                        return asked;
                    });

            // Then
            answer.get().statusCode(200).body("results.outcome", contains("enrolled"));
        }
        assertThat(scene.row("ada")).containsEntry("mode", "verified");
        assertThat(allowed.rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NEW,ALONE", "NEW,BULK", "ACTIVATION,ALONE", "ACTIVATION,BULK", "ADDRESS,ALONE", "ADDRESS,BULK"})
    void enrollsWhoComesWhileTheAddressIsBeingAllowed(Coming coming, Allowing way) throws Exception {
        // Given
        prepare(coming);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {

            // When
            Future<?> answer = QuarkusTransaction.requiringNew().call(() -> {
                allow(way);
                Future<?> asked = clients.submit(
                        () -> allowed.account("ada", scene.email("ada").toUpperCase(Locale.ROOT), true));
                OpenTransaction.current(sql).awaitThatItWaits(asked);
                return asked;
            });

            // Then
            answer.get();
        }
        assertThat(scene.row("ada")).containsEntry("is_active", true);
        assertThat(allowed.rows().getFirst()).containsEntry("learner_id", scene.id("ada"));
    }

    @Test
    void leavesWhoHadTheAddressBeforeAlone() {
        // Given
        scene.open();
        scene.register("ada");

        // When
        allowed.allow("ada", AUTO).statusCode(201);

        // Then
        assertThat(scene.row("ada")).isEmpty();
    }

    @Test
    void keepsNoAddressFromOthersWhileItWaitsForALearner() throws Exception {
        // Given
        prepare(Coming.NEW);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {

            // When
            List<Future<?>> both = QuarkusTransaction.requiringNew().call(() -> {
                registration.apply(List.of(active("ada")));
                Future<?> asked = clients.submit(() -> allowByRequest(Allowing.ALONE));
                OpenTransaction.current(sql).awaitThatItWaits(asked);
                Future<?> other =
                        clients.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                            locks.lock(List.of(scene.id("ada")));
                            locks.hold(addresses.locks(List.of(scene.email("ada"))));
                        }));
                OpenTransaction.current(sql).awaitWaiting(2);
                return List.of(asked, other);
            });

            // Then
            for (Future<?> each : both) {
                each.get();
            }
        }
        assertThat(scene.row("ada")).containsEntry("is_active", true);
    }

    @ParameterizedTest
    @EnumSource(Coming.class)
    void losesNobodyOfManyWhoComeWhileAListIsWorkedOff(Coming coming) throws Exception {
        // Given
        scene.open();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            names.add("p" + i);
            given(coming, "p" + i);
        }
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {

            // When
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                String neighbour = names.get((i + 1) % names.size());
                all.add(clients.submit(() -> {
                    start.await();
                    return bulk.ask(Tokens.staff(), "enroll", AUTO, scene.email(name), scene.email(neighbour))
                            .statusCode(200);
                }));
                all.add(clients.submit(() -> {
                    start.await();
                    return allowed.account(name, scene.email(name), true).statusCode(coming == Coming.NEW ? 201 : 200);
                }));
            }
            start.countDown();

            // Then
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertThat(names).allSatisfy(name -> assertThat(scene.row(name)).containsEntry("is_active", true));
    }

    private void prepare(Coming coming) {
        scene.open();
        given(coming, "ada");
    }

    private void given(Coming coming, String name) {
        switch (coming) {
            case NEW -> {}
            case ACTIVATION -> allowed.account(name, scene.email(name), false).statusCode(201);
            case ADDRESS -> allowed.account(name, "", true).statusCode(201);
        }
    }

    private SubmitLearner active(String name) {
        Account account = new Account(scene.username(name), scene.email(name), "", true);
        return new SubmitLearner(
                new LearnerId(scene.id(name)),
                account,
                null,
                new BusinessTime.Asked(Clock.systemUTC().instant(), CAUSE.id()),
                CAUSE);
    }

    private void allowByRequest(Allowing way) {
        switch (way) {
            case ALONE -> allowed.allow("ada", AUTO).statusCode(201);
            case BULK ->
                bulk.ask(Tokens.staff(), "enroll", AUTO, scene.email("ada")).statusCode(200);
        }
    }

    private void allow(Allowing way) {
        switch (way) {
            case ALONE -> {
                AllowedKey key = new AllowedKey(scene.email("ada"), new CourseKey(scene.course()));
                allowing.apply(List.of(new Allowance(key, true, CAUSE)));
            }
            case BULK -> {
                BulkOrder order = new BulkOrder(BulkAction.ENROLL, null, true, null, Authority.STAFF, CAUSE);
                bulkEnrolling.apply(order, List.of(new BulkItem(scene.email("ada"), scene.course(), null)));
            }
        }
    }
}
