package org.laurel.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurel.stack.LaurelService;
import org.laurel.stack.Part;
import org.laurel.stack.Stack;

/** Drill of rebalancing: replicas join and leave, in order and by force, while events flow. */
@ExtendWith(DrillStack.class)
class RebalanceDrillTest {
    /** More than the stream gets to in a round. */
    private static final int LEARNERS_PER_ROUND = 2_000;

    /** Records that a service handles after its replicas have joined, before one is killed. */
    private static final int SHARED = 100;

    private static final List<LaurelService> REPLICATED = List.of(LaurelService.CERTIFICATES, LaurelService.ENROLLMENT);

    @Test
    void nothingIsLostOrHandledTwiceWhenReplicasJoinAndLeave(Stack stack) throws Exception {
        try (Ground ground = Ground.of(stack);
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafkaBootstrap()))) {
            // Given
            School school = School.open(ground, "Rebalanced", LEARNERS_PER_ROUND * Size.REBALANCES);
            AtomicLong most = new AtomicLong();
            long sharing = 0;
            long leaving = 0;

            // When
            School told;
            try (SchoolStream stream = SchoolStream.start(ground, school)) {
                for (int round = 0; round < Size.REBALANCES; round++) {
                    LaurelService service = REPLICATED.get(round % REPLICATED.size());
                    List<Part> replicas = replicas(stack, service, round);
                    try {
                        join(admin, service, replicas, most);
                        sharing += handledDuring(ground, service, () -> awaitWork(ground, service));
                        leaving += handledDuring(ground, service, () -> leave(admin, service, replicas));
                    } finally {
                        replicas.forEach(Part::stop);
                    }
                }
                told = stream.stop();
            }
            ground.settle();

            // Then
            Report report = Report.of("replicas join and leave while events flow")
                    .line("replicas that joined", 2 * Size.REBALANCES)
                    .line("  and left in order", Size.REBALANCES)
                    .line("  and left by kill -9", Size.REBALANCES)
                    .line("most members of a group at once", most.get())
                    .line("records handled by a service after its replicas had joined", sharing)
                    .line("  and while they left", leaving)
                    .line("events of the platform", ground.sent().size());
            Audit.check(ground, told, report);
            report.print();
        }
    }

    private static List<Part> replicas(Stack stack, LaurelService service, int round) {
        List<Part> replicas = new ArrayList<>();
        for (int number = 2; number <= 3; number++) {
            replicas.add(stack.replica(service, service.label() + "-" + round + "-" + number));
        }
        return replicas;
    }

    /** Starts them beside each other, until all members share the partitions. */
    private static void join(Admin admin, LaurelService service, List<Part> replicas, AtomicLong most) {
        CompletableFuture.allOf(replicas.stream()
                        .map(replica -> Ground.beside(replica::start))
                        .toArray(CompletableFuture[]::new))
                .join();
        Ground.patiently().until(() -> {
            long members = sharing(admin, service);
            most.accumulateAndGet(members, Math::max);
            return members > replicas.size();
        });
    }

    /** Until enough was handled that each member has had its part in it. */
    private static void awaitWork(Ground ground, LaurelService service) {
        long before = ground.claimed(service);
        Ground.patiently().until(() -> ground.claimed(service) >= before + SHARED);
    }

    /** One is killed, the others stop, until the service has the partitions for itself. */
    private static void leave(Admin admin, LaurelService service, List<Part> replicas) {
        Ground.kill(replicas.getLast());
        replicas.forEach(Part::stop);
        Ground.patiently().until(() -> sharing(admin, service) == 1);
    }

    /** How many records the service handles meanwhile; fails if there is none, since nothing was at stake then. */
    private static long handledDuring(Ground ground, LaurelService service, Runnable change) {
        long before = ground.claimed(service);
        change.run();
        long handled = ground.claimed(service) - before;
        assertThat(handled)
                .as("handled by %s while members came or went", service.label())
                .isPositive();
        return handled;
    }

    private static long sharing(Admin admin, LaurelService service) throws ExecutionException, InterruptedException {
        var groups =
                admin.describeConsumerGroups(List.of(service.label())).all().get();
        return Objects.requireNonNull(groups.get(service.label())).members().stream()
                .filter(member -> !member.assignment().topicPartitions().isEmpty())
                .count();
    }
}
