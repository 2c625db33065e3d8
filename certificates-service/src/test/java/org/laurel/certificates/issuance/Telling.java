package org.laurel.certificates.issuance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.Deed.Allowlists;
import org.laurel.certificates.issuance.Deed.Enrolls;
import org.laurel.certificates.issuance.Deed.Invalidates;
import org.laurel.certificates.issuance.Deed.Passes;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.test.PlatformEvent;

/**
 * One learner's history, and the order in which the service hears of it.
 *
 * @param arrivals what arrives, each deed at least once
 */
record Telling(String learnerId, String course, List<Happening> arrivals) {

    private static final Instant START = Instant.parse("2025-03-04T05:00:00Z");

    /**
     * A deed at its time.
     *
     * @param minute the business time; no two deeds of a learner share one
     * @param id the event's id: a repeat has the same, the same fact sent anew another
     */
    record Happening(int minute, Deed deed, String id) {

        static Happening of(int minute, Deed deed) {
            return new Happening(minute, deed, UUID.randomUUID().toString());
        }

        /** The same fact as producers are known to send it: once more, as another event. */
        Happening sentAnew() {
            return of(minute, deed);
        }

        Instant at() {
            return START.plus(minute, ChronoUnit.MINUTES);
        }
    }

    Telling {
        arrivals = List.copyOf(arrivals);
    }

    /** What the learner ends with by the reference model. */
    PlainModel.@Nullable Outcome expected() {
        List<Happening> inOrder = new ArrayList<>(arrivals);
        inOrder.sort(Comparator.comparingInt(Happening::minute));
        return PlainModel.after(inOrder.stream().map(Happening::deed).toList());
    }

    /** How many facts there are, repeats not counted. */
    long facts() {
        return facts(arrivals.size());
    }

    /** How many facts the first arrivals bring, repeats not counted. */
    long facts(int count) {
        return arrivals.stream().limit(count).map(Happening::minute).distinct().count();
    }

    /** What arrives at this place, if it comes through Kafka. */
    Optional<PlatformEvent> event(int place) {
        return at(place).flatMap(happening -> event(happening).map(event -> event.withId(happening.id())));
    }

    /** What arrives at this place, if staff do it here: with the time that the replica has given it that served them. */
    Optional<FactCommand> command(int place) {
        return at(place)
                .flatMap(happening -> fact(happening)
                        .map(fact -> new FactCommand.TakeIn(
                                new CaseKey(new LearnerId(learnerId), new CourseKey(course)),
                                fact,
                                null,
                                Cause.of("staff", happening.id()))));
    }

    /** All that comes through Kafka, in the order of arrival. */
    Stream<PlatformEvent> events() {
        return IntStream.range(0, arrivals.size()).mapToObj(this::event).flatMap(Optional::stream);
    }

    /** All that staff do. */
    Stream<FactCommand> commands() {
        return IntStream.range(0, arrivals.size()).mapToObj(this::command).flatMap(Optional::stream);
    }

    private Optional<Happening> at(int place) {
        return place < arrivals.size() ? Optional.of(arrivals.get(place)) : Optional.empty();
    }

    private Optional<PlatformEvent> event(Happening happening) {
        return switch (happening.deed()) {
            case Enrolls enrolls ->
                Optional.of(PlatformEvent.of("org.laurel.enrollment.changed.v1", learnerId, """
                        {"learner_id": "%1$s", "course_key": "%2$s", "mode": "%3$s", "is_active": %4$s,
                         "previous_mode": null, "previous_is_active": null, "version": %5$d, "occurred_at": "%6$s",
                         "learner": {"learner_id": "%1$s", "username": "u-%1$s", "email": "%1$s@example.org",
                                     "name": "Ada", "is_active": true}}""".formatted(
                                        learnerId,
                                        course,
                                        enrolls.mode(),
                                        enrolls.active(),
                                        happening.minute(),
                                        happening.at()))
                        .withSequence(happening.minute()));
            case Passes passes ->
                Optional.of(PlatformEvent.of("org.laurel.passing-status.changed.v1", learnerId, """
                        {"learner_id": "%s", "course_key": "%s", "passing": %s, "grade": %s, "letter_grade": null,
                         "occurred_at": "%s"}""".formatted(
                                learnerId, course, passes.passing(), passes.grade(), happening.at())));
            case Allowlists ignored -> Optional.empty();
            case Invalidates ignored -> Optional.empty();
        };
    }

    private static Optional<Fact> fact(Happening happening) {
        return switch (happening.deed()) {
            case Allowlists listed ->
                Optional.of(new Fact.Allowlisted(order(happening, Fact.Allowlisted.KIND), listed.entry()));
            case Invalidates invalidates ->
                Optional.of(new Fact.Invalidated(order(happening, Fact.Invalidated.KIND), invalidates.active()));
            case Enrolls ignored -> Optional.empty();
            case Passes ignored -> Optional.empty();
        };
    }

    private static FactOrder order(Happening happening, int kind) {
        return new FactOrder(happening.at(), FactOrder.NO_SEQUENCE, kind, FactCommand.Happen.SOURCE, happening.id());
    }
}
