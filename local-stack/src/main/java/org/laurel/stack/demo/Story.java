package org.laurel.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.laurel.events.Topic;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Durations;
import org.laurel.stack.event.EventPublisher;

/** The small demo: every step is told, every result is shown. */
public final class Story {
    private static final List<Topic> WATCHED =
            List.of(Topic.CERTIFICATES, Topic.PROGRAM_CREDENTIALS, Topic.COMPLETIONS);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final DemoContext context;
    private final Console console;
    private final Script script;
    private final Journal journal = new Journal();
    private final Patience patience = new Patience(LIMIT);
    private final Verdict verdict;

    public Story(DemoContext context) {
        this.context = context;
        this.console = context.console();
        this.script = SmallScript.of(RunId.next());
        this.verdict = new Verdict(console);
    }

    /** Plays the story on the running stack and returns whether everything happened that had to. */
    public boolean play() {
        Instant begin = Instant.now();
        console.line(console.style().strong("A learning platform uses Laurel")
                + console.style().faint("   run " + script.run().text()));
        console.line();
        try (LaurelApi api = context.api();
                EventPublisher publisher = new EventPublisher(context.state().kafkaBootstrap());
                EventRecorder recorder =
                        new EventRecorder(context.state().kafkaBootstrap(), WATCHED, script.run(), journal)) {
            register(new Registration(api), api.baseUrl());
            learn(publisher);
            StoryExpectations expected = new StoryExpectations(script, new Outcomes(api), journal);
            StoryReport report = new StoryReport(console, script, new Outcomes(api));
            verdict.add(patience.await(expected.afterLearning()));
            showResults(report);
            lapse(publisher, expected, report);
            verdict.add(patience.await(expected.nothingTooMuch()));
            recorder.requireWatching();
            context.heading("5", "What Laurel published", "oldest first; ./laurel tail shows it live");
            new EventReport(console, report, script).show(journal.inOrder());
        }
        return verdict.show(
                "Everything came out as it had to, in " + Durations.seconds(Duration.between(begin, Instant.now()))
                        + ".",
                "At size: ./laurel demo --learners 10000");
    }

    private void register(Registration registration, String baseUrl) {
        context.heading("1", "The platform registers what it has", "REST at " + baseUrl);
        script.learners().forEach(registration::learner);
        context.done("learners     " + names(script.learners()));
        script.courses().forEach(registration::course);
        context.done("course runs  "
                + script.courses().stream().map(CourseRun::key).collect(Collectors.joining(", "))
                + " with modes audit and verified");
        registration.program(script.program());
        context.done("program      " + script.program().title() + ", which asks for both");
        script.attempts().forEach(registration::enrollment);
        context.done("enrollments  " + script.attempts().size() + ", verified except for carl, who audits");
        console.line();
    }

    private void learn(EventPublisher publisher) {
        context.heading(
                "2",
                "Learners learn",
                "CloudEvents to Kafka at " + context.state().kafkaBootstrap() + " from " + PlatformFacts.SOURCE);
        int completions =
                script.attempts().stream().mapToInt(Attempt::completed).sum();
        script.attempts().stream().flatMap(PlatformFacts::completions).forEach(publisher::publish);
        context.done(completions + " completed blocks on laurel.activity");
        script.attempts().stream().map(PlatformFacts::passingStatus).forEach(publisher::publish);
        context.done(script.attempts().size() + " grades on laurel.grades: "
                + script.attempts().stream().filter(Attempt::passing).count() + " passing, 1 failing");
        console.line();
    }

    private void showResults(StoryReport report) {
        context.heading("3", "What came out", "read by REST");
        report.certificates(script.attempts());
        report.credentials(script.learners());
        report.completions();
        script.attempts().stream()
                .filter(attempt -> attempt.passing() && !attempt.earnsCertificate())
                .forEach(report::explanation);
    }

    private void lapse(EventPublisher publisher, StoryExpectations expected, StoryReport report) {
        script.lapses().forEach(lapse -> {
            context.heading(
                    "4",
                    lapse.learner().nickname() + " fails " + lapse.course().title() + " after all",
                    "grade " + lapse.grade() + " on laurel.grades");
            publisher.publish(PlatformFacts.passingStatus(lapse));
        });
        verdict.add(patience.await(expected.afterLapses()));
        report.certificates(script.lapses());
        report.credentials(script.lapses().stream().map(Attempt::learner).toList());
    }

    private static String names(List<Learner> learners) {
        return learners.stream().map(Learner::nickname).collect(Collectors.joining(", "));
    }
}
