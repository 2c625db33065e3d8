package org.laurel.stack.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.Topic;
import org.laurel.stack.LaurelService;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Durations;
import org.laurel.stack.demo.Stages.Clock;
import org.laurel.stack.event.EventPublisher;
import org.laurel.stack.event.OutgoingEvent;

/** The demo at size: the same job for many learners, with the rate of every stage, and an exact check at the end. */
public final class Crowd {
    private static final List<Topic> WATCHED =
            List.of(Topic.ENROLLMENTS, Topic.CERTIFICATES, Topic.PROGRAM_CREDENTIALS, Topic.COMPLETIONS);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int WIDTH = 32;

    private final DemoContext context;
    private final Script script;
    private final Tally tally = new Tally();
    private final Verdict verdict;
    private final Stages stages;

    /** A crowd of this many learners. */
    public Crowd(DemoContext context, int size) {
        Console console = context.console();
        this.context = context;
        this.script = CrowdScript.of(RunId.next(), size);
        this.verdict = new Verdict(console);
        this.stages = new Stages(console, new Patience(LIMIT), verdict);
    }

    /** Plays it on the running stack and returns whether everything happened that had to, and nothing else. */
    public boolean play() {
        Clock clock = new Clock();
        context.console()
                .line(context.console()
                        .style()
                        .strong(String.format(
                                Locale.ROOT,
                                "%,d learners use Laurel",
                                script.learners().size())));
        try (LaurelApi api = context.api();
                ServiceMetrics metrics = new ServiceMetrics(context.state());
                EventPublisher publisher = new EventPublisher(context.state().kafkaBootstrap());
                EventRecorder recorder =
                        new EventRecorder(context.state().kafkaBootstrap(), WATCHED, script.run(), tally)) {
            register(new Registration(api));
            enroll(publisher, metrics);
            complete(publisher);
            pass(publisher, metrics);
            lapse(publisher, new BrakeOperator(api));
            recorder.requireWatching();
            check(new Outcomes(api));
        }
        return verdict.show(summary(clock), "Follow it next time: ./laurel tail --topic certificates");
    }

    private void register(Registration registration) {
        context.heading("1", "Registered", "by REST, " + WIDTH + " requests at a time");
        script.courses().forEach(registration::course);
        registration.program(script.program());
        stages.work(
                "learners registered",
                script.learners().size(),
                new Clock(),
                step -> Parallel.forEach(script.learners(), WIDTH, learner -> {
                    registration.learner(learner);
                    step.run();
                }));
    }

    private void enroll(EventPublisher publisher, ServiceMetrics metrics) {
        context.heading("2", "Enrolled", "enrollment.requested on Kafka, as a platform that owns enrollments does");
        int goal = script.attempts().size();
        long before = metrics.handled(LaurelService.CERTIFICATES);
        Clock clock = new Clock();
        publish(publisher, "enrollments requested", clock, script.attempts(), PlatformFacts::enrollment);
        awaitCount(EventCatalogue.ENROLLMENT_CHANGED, goal, clock);
        stages.await("known to certificates", goal, clock, () -> metrics.handled(LaurelService.CERTIFICATES) - before);
    }

    private void complete(EventPublisher publisher) {
        context.heading("3", "Blocks completed", "block-completion.submitted on Kafka");
        List<Attempt> active = script.attempts().stream()
                .filter(attempt -> attempt.completed() > 0)
                .toList();
        List<OutgoingEvent> events =
                active.stream().flatMap(PlatformFacts::completions).toList();
        Clock clock = new Clock();
        publish(publisher, "completions published", clock, events, event -> event);
        stages.await("course percentages current", active.size(), clock, () -> tally.current(active));
    }

    private void pass(EventPublisher publisher, ServiceMetrics metrics) {
        context.heading("4", "Passed", "passing-status.changed on Kafka; all rates since the first was published");
        int published = script.attempts().size();
        int certificates = script.certificates().size();
        long before = metrics.handled(LaurelService.CERTIFICATES);
        Clock clock = new Clock();
        publish(publisher, "grades published", clock, script.attempts(), PlatformFacts::passingStatus);
        stages.await(
                "grades decided and committed",
                published,
                clock,
                () -> metrics.handled(LaurelService.CERTIFICATES) - before);
        awaitCount(EventCatalogue.COURSE_CERT_AWARDED, certificates, clock);
        awaitCount(EventCatalogue.COURSE_CREDENTIAL_AWARDED, certificates, clock);
        awaitCount(EventCatalogue.PROGRAM_CREDENTIAL_AWARDED, script.graduates().size(), clock);
    }

    private void lapse(EventPublisher publisher, BrakeOperator operator) {
        context.heading("5", "Failed after all", "one in ten loses a certificate and the program credential");
        int lapses = script.lapses().size();
        Clock clock = new Clock();
        publish(publisher, "failing grades published", clock, script.lapses(), PlatformFacts::passingStatus);
        stages.await("course-cert.revoked.v1 seen", lapses, clock, () -> {
            operator.look();
            return tally.count(EventCatalogue.COURSE_CERT_REVOKED);
        });
        operator.released()
                .forEach(brake -> context.console().line("     brake released, as an operator would: " + brake));
        awaitCount(EventCatalogue.PROGRAM_CREDENTIAL_REVOKED, lapses, clock);
    }

    private void check(Outcomes outcomes) {
        context.heading("6", "Checked one by one", "what REST says of every learner, and the totals of the events");
        CrowdCheck check = new CrowdCheck(script, outcomes, tally);
        stages.work(
                "learners checked",
                script.learners().size(),
                new Clock(),
                step -> Parallel.forEach(script.learners(), WIDTH, learner -> {
                    check.learner(learner);
                    step.run();
                }));
        check.totals();
        verdict.addMissing(check.differences());
    }

    private <T> void publish(
            EventPublisher publisher, String name, Clock clock, List<T> things, Function<T, OutgoingEvent> event) {
        stages.work(
                name,
                things.size(),
                clock,
                step -> publisher.publishAll(things.stream().map(event), step));
    }

    private void awaitCount(EventType<?> type, int goal, Clock clock) {
        stages.await(type.subject().substring("org.laurel.".length()) + " seen", goal, clock, () -> tally.count(type));
    }

    private String summary(Clock clock) {
        int lapses = script.lapses().size();
        return String.format(
                Locale.ROOT,
                "%,d certificates and %,d program credentials awarded, %,d of each revoked, none missing, none twice "
                        + "(%,d events delivered again), in %s.",
                script.certificates().size(),
                script.graduates().size(),
                lapses,
                tally.redelivered(),
                Durations.seconds(clock.elapsed()));
    }
}
