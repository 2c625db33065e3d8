package org.laurel.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.laurel.stack.LaurelService;
import org.laurel.stack.Part;
import org.laurel.stack.Stack;
import org.laurel.stack.StackFailure;
import org.laurel.stack.demo.LaurelApi;
import org.laurel.stack.demo.Outcomes;
import org.laurel.stack.demo.Registration;
import org.laurel.stack.event.EventPublisher;
import org.laurel.stack.event.OutgoingEvent;
import org.laurel.stack.operation.OperatorsApi;
import org.laurel.stack.token.TokenRequest;

/** A stack that is drilled, and what a drill does with it over and over. */
record Ground(
        Stack stack,
        List<LaurelService> services,
        LaurelApi api,
        OperatorsApi operators,
        EventPublisher publisher,
        Queue<OutgoingEvent> sent)
        implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int QUIET_LOOKS = 2;

    /** A stack with the services that every deployment has. */
    static Ground of(Stack stack) {
        return of(stack, LaurelService.everywhere());
    }

    /** A stack with these services. */
    static Ground of(Stack stack, List<LaurelService> services) {
        String url = stack.baseUrl().toString();
        return new Ground(
                stack,
                services,
                new LaurelApi(url, stack.tokens().issue(TokenRequest.role("service"))),
                new OperatorsApi(url, stack.tokens().issue(TokenRequest.role("staff"))),
                new EventPublisher(stack.kafkaBootstrap()),
                new ConcurrentLinkedQueue<>());
    }

    Registration registration() {
        return new Registration(api);
    }

    Outcomes outcomes() {
        return new Outcomes(api);
    }

    Sql sql(LaurelService service) {
        return new Sql(stack.database(service));
    }

    /** Waits long; a service, the broker or the database that is away is asked again. */
    static ConditionFactory patiently() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsMatching(failure -> failure instanceof StackFailure || failure instanceof Sql.Failed);
    }

    /** Sends events until the broker has all of them, however often that takes: those that it had before are repeats. */
    void publish(List<OutgoingEvent> events) {
        patiently().until(() -> {
            publisher.publishAll(events.stream(), () -> {});
            return true;
        });
        sent.addAll(events);
    }

    /** The ids of what was sent, of one type. */
    Set<String> sent(String type) {
        return sent.stream()
                .filter(event -> event.type().name().equals(type))
                .map(OutgoingEvent::id)
                .collect(Collectors.toSet());
    }

    /** Does something on a thread of its own; the pool of the JVM is as small as the machine. */
    static CompletableFuture<Void> beside(Runnable work) {
        return CompletableFuture.runAsync(work, Thread::startVirtualThread);
    }

    /** Ends the process at once, as {@code kill -9} does. */
    static void kill(Part part) {
        ProcessHandle process = part.process().orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().join();
    }

    /** Waits until every service has handled everything that lies in Kafka for it and has published what it had to. */
    void settle() {
        settleWithin(PATIENCE);
    }

    /** The same, for so long. */
    void settleWithin(Duration limit) {
        AtomicInteger quiet = new AtomicInteger();
        patiently().atMost(limit).pollInterval(Duration.ofMillis(300)).until(() -> {
            boolean still = services.stream().allMatch(this::isDone);
            return (still ? quiet.incrementAndGet() : quiet.updateAndGet(looks -> 0)) >= QUIET_LOOKS;
        });
    }

    /** How many events wait in the outboxes. */
    long waiting() {
        return services.stream()
                .mapToLong(service -> sql(service).number("select count(*) from outbox"))
                .sum();
    }

    /** The keys of events that wait in a service's outbox, by the ids of these. */
    Map<String, String> outbox(LaurelService service) {
        return sql(service).texts("select event_id, record_key from outbox").stream()
                .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
    }

    /** How many events a service has committed so far. */
    long committed(LaurelService service) {
        return sql(service).number("select count(*) from flow_entry where not received");
    }

    /** How many records a service has claimed so far. */
    long claimed(LaurelService service) {
        return sql(service).number("select count(*) from inbox");
    }

    private boolean isDone(LaurelService service) {
        return sql(service).number("select count(*) from outbox") == 0
                && operators.list(service, "/consumers").stream()
                        .allMatch(consumer -> consumer.path("lag").asLong(-1) == 0
                                && consumer.path("state").asText().equals("running"));
    }

    @Override
    public void close() {
        publisher.close();
        api.close();
    }
}
