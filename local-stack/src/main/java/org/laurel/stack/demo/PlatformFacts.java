package org.laurel.stack.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.laurel.events.EventBody;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.activity.BlockCompletionSubmitted;
import org.laurel.events.enrollment.EnrollmentRequested;
import org.laurel.events.grade.PassingStatusChanged;
import org.laurel.stack.event.OutgoingEvent;

/** What a platform publishes to Kafka while its learners learn. */
public final class PlatformFacts {
    /** The producer's name in {@code ce_source}. */
    public static final String SOURCE = "/platforms/demo-lms";

    private PlatformFacts() {}

    /** The platform owns the enrollment and tells of it; the event carries the learner as well. */
    public static OutgoingEvent enrollment(Attempt attempt) {
        return enrollment(attempt, true);
    }

    /** The same of an enrollment that may have ended. */
    public static OutgoingEvent enrollment(Attempt attempt, boolean active) {
        return event(
                EventCatalogue.ENROLLMENT_REQUESTED,
                new EnrollmentRequested(
                        attempt.learner().id(),
                        attempt.course().key(),
                        attempt.mode(),
                        active,
                        attempt.learner().snapshot(),
                        now()));
    }

    /** One event for each block that the learner completes. */
    public static Stream<OutgoingEvent> completions(Attempt attempt) {
        List<String> blocks = attempt.completedBlocks();
        return blocks.stream()
                .map(block -> event(
                        EventCatalogue.BLOCK_COMPLETION_SUBMITTED,
                        new BlockCompletionSubmitted(
                                attempt.learner().id(), attempt.course().key(), block, BigDecimal.ONE, now())));
    }

    /** The learner passes or fails, with the attempt's grade. */
    public static OutgoingEvent passingStatus(Attempt attempt) {
        return event(
                EventCatalogue.PASSING_STATUS_CHANGED,
                new PassingStatusChanged(
                        attempt.learner().id(),
                        attempt.course().key(),
                        attempt.passing(),
                        attempt.grade(),
                        attempt.passing() ? "Pass" : null,
                        now()));
    }

    private static <B extends EventBody> OutgoingEvent event(EventType<B> type, B body) {
        return new OutgoingEvent(type, body.key(), UUID.randomUUID().toString(), SOURCE, Json.tree(body));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
