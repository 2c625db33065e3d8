package org.laurel.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
    private static final int LEARNERS_PER_ROUND = 50;
    private static final List<LaurelService> REPLICATED = List.of(LaurelService.CERTIFICATES, LaurelService.ENROLLMENT);

    @Test
    void nothingIsLostOrHandledTwiceWhenReplicasJoinAndLeave(Stack stack) throws Exception {
        try (Ground ground = Ground.of(stack);
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafkaBootstrap()))) {
            // Given
            int portions = 3 * Size.REBALANCES;
            School school = School.open(ground, "Rebalanced", LEARNERS_PER_ROUND * Size.REBALANCES);
            int killed = 0;
            int most = 0;

            // When
            for (int round = 0; round < Size.REBALANCES; round++) {
                LaurelService service = REPLICATED.get(round % REPLICATED.size());
                List<Part> replicas = replicas(stack, service, round);
                try {
                    ground.publish(school.beginnings(3 * round, portions));
                    CompletableFuture.allOf(replicas.stream()
                                    .map(replica -> Ground.beside(replica::start))
                                    .toArray(CompletableFuture[]::new))
                            .join();
                    ground.publish(school.beginnings(3 * round + 1, portions));
                    most = Math.max(most, awaitMembers(admin, service, 1 + replicas.size()));
                    ground.publish(school.beginnings(3 * round + 2, portions));
                    ground.publish(school.endings(round, Size.REBALANCES));
                    Ground.kill(replicas.getLast());
                    killed++;
                } finally {
                    replicas.forEach(Part::stop);
                }
            }
            ground.settle();

            // Then
            Report report = Report.of("replicas join and leave while events flow")
                    .line("replicas that joined", 2 * Size.REBALANCES)
                    .line("  and left in order", 2 * Size.REBALANCES - killed)
                    .line("  and left by kill -9", killed)
                    .line("most members of a group at once", most)
                    .line("events of the platform", ground.sent().size());
            Audit.check(ground, school, report);
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

    /** Waits until as many members share the partitions. */
    private static int awaitMembers(Admin admin, LaurelService service, int members) {
        Ground.patiently().until(() -> sharing(admin, service) >= members);
        assertThat(members).isGreaterThan(1);
        return members;
    }

    private static long sharing(Admin admin, LaurelService service) throws ExecutionException, InterruptedException {
        var groups =
                admin.describeConsumerGroups(List.of(service.label())).all().get();
        return Objects.requireNonNull(groups.get(service.label())).members().stream()
                .filter(member -> !member.assignment().topicPartitions().isEmpty())
                .count();
    }
}
