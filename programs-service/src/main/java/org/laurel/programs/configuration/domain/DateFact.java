package org.laurel.programs.configuration.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.FactOrder;

/**
 * From when course credentials of a run show, as somebody said at some time. The newest in business-time order counts, whatever
 * the order of arrival.
 *
 * @param date null when they show at once
 */
public record DateFact(CourseKey courseKey, @Nullable Instant date, FactOrder order) {

    /** The kind of a fact that certificates-service or the course directory told, in the order of facts of one time. */
    public static final int TOLD = 0;

    /** The kind of a fact that staff or another system set here; of two of one time it counts. */
    public static final int SET = 1;

    /** What comes before every fact: nobody has said anything. */
    public static final FactOrder NEVER = new FactOrder(Instant.EPOCH, FactOrder.NO_SEQUENCE, TOLD, "", "");

    /** Facts are hardly ever told later than this after what they tell of: topics keep them for two weeks. */
    private static final Duration LATE = Duration.ofDays(90);

    private static final String END = "end";
    private static final String END_WITH_DATE = "end_with_date";

    public DateFact {
        date = date == null ? null : date.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * What staff or another system set here.
     *
     * @param causeId tells it from others of the same time
     */
    public static DateFact set(CourseKey courseKey, @Nullable Instant date, Instant at, String causeId) {
        return new DateFact(courseKey, date, new FactOrder(at, FactOrder.NO_SEQUENCE, SET, "/programs", causeId));
    }

    /**
     * The date of a run by what decides it. Source: programs, update of the available date: a run at the learners' own pace has
     * none, whatever is stored; a date that is missing is none.
     *
     * @param displayBehavior {@code end}, {@code end_with_date} or {@code early_no_info}
     */
    public static @Nullable Instant date(
            boolean selfPaced, String displayBehavior, @Nullable Instant end, @Nullable Instant availableDate) {
        if (selfPaced) {
            return null;
        }
        return switch (displayBehavior) {
            case END_WITH_DATE -> availableDate;
            case END -> end;
            default -> null;
        };
    }

    /**
     * The fact that counts of all that were told of a run: the one since which the date is what it is. Facts that repeat the date
     * of the one before them, in the order of business time, say nothing of it: a run is told anew with whatever changes of it.
     *
     * @param told at least one, in any order
     */
    public static DateFact counting(Collection<DateFact> told) {
        return told.stream()
                .sorted(Comparator.comparing(DateFact::order))
                .reduce((counts, next) -> Objects.equals(counts.date, next.date) ? counts : next)
                .orElseThrow();
    }

    /**
     * Those of the facts that need not be kept, because whatever is told yet of the run the same one counts without them:
     *
     * <ul>
     *   <li>What lies before the fact that precedes the counting one. These two differ, so that the newest change, which is what
     *       counts, is never before them again.
     *   <li>Repetitions of the date that counts which are older than ninety days, measured from the newest fact. Another date
     *       that is told later still than that, and lies between them, counts as it should; only the repetition after it counts
     *       from a later time than it would have.
     * </ul>
     *
     * @param told at least one, in any order
     */
    public static List<DateFact> spent(Collection<DateFact> told) {
        List<DateFact> inOrder =
                told.stream().sorted(Comparator.comparing(DateFact::order)).toList();
        int counting = inOrder.indexOf(counting(inOrder));
        DateFact newest = inOrder.getLast();
        Instant recent = newest.order().occurredAt().minus(LATE);
        List<DateFact> spent = new ArrayList<>(inOrder.subList(0, Math.max(0, counting - 1)));
        inOrder.subList(counting + 1, inOrder.size()).stream()
                .filter(fact ->
                        !fact.equals(newest) && fact.order().occurredAt().isBefore(recent))
                .forEach(spent::add);
        return spent;
    }
}
