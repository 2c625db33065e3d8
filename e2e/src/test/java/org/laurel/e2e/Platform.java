package org.laurel.e2e;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.laurel.events.Topic;
import org.laurel.stack.Stack;
import org.laurel.stack.StackFailure;
import org.laurel.stack.demo.EventRecorder;
import org.laurel.stack.demo.Journal;
import org.laurel.stack.demo.LaurelApi;
import org.laurel.stack.demo.Outcomes;
import org.laurel.stack.demo.Registration;
import org.laurel.stack.demo.RunId;
import org.laurel.stack.event.EventPublisher;
import org.laurel.stack.token.TokenRequest;

/**
 * A learning platform beside the stack: its REST client, its producer, and all events about its learners.
 *
 * @param run part of every id, so that tests do not meet
 */
record Platform(RunId run, LaurelApi api, EventPublisher publisher, EventRecorder recorder, Journal journal)
        implements AutoCloseable {
    private static final List<Topic> WATCHED =
            List.of(Topic.ENROLLMENTS, Topic.CERTIFICATES, Topic.PROGRAM_CREDENTIALS, Topic.COMPLETIONS);

    static Platform of(Stack stack) {
        return of(stack, WATCHED);
    }

    /** A platform that watches these topics. */
    static Platform of(Stack stack, List<Topic> watched) {
        RunId run = RunId.next();
        Journal journal = new Journal();
        return new Platform(
                run,
                new LaurelApi(stack.baseUrl().toString(), stack.tokens().issue(TokenRequest.role("service"))),
                new EventPublisher(stack.kafkaBootstrap()),
                new EventRecorder(stack.kafkaBootstrap(), watched, run, journal),
                journal);
    }

    Registration registration() {
        return new Registration(api);
    }

    Outcomes outcomes() {
        return new Outcomes(api);
    }

    /** A service that does not answer at the moment, or says so, is asked again. */
    static ConditionFactory soon() {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsMatching(Platform::isPassing);
    }

    private static boolean isPassing(Throwable failure) {
        return failure instanceof StackFailure known
                && (known.getCause() instanceof IOException || known.what().contains(" answers 503: "));
    }

    @Override
    public void close() {
        recorder.close();
        publisher.close();
        api.close();
    }
}
