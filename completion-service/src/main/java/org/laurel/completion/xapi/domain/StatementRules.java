package org.laurel.completion.xapi.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.laurel.completion.progress.domain.ProgressFact;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.progress.domain.Units;

/** How a change of progress becomes a statement. Source: completion, progress events and xAPI. */
public final class StatementRules {

    /** Kind of the activity that a course run is. */
    public static final String COURSE = "http://adlnet.gov/expapi/activities/course";

    /** Kind of the activities that chapters, sequentials and verticals are. */
    public static final String MODULE = "http://adlnet.gov/expapi/activities/module";

    private static final int DECIMALS = 9;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final BigDecimal ALMOST = WHOLE.subtract(BigDecimal.ONE.movePointLeft(DECIMALS));

    private StatementRules() {}

    /** The statement that tells of a change. */
    public static Statement tell(ProgressFact.Progressed fact, UUID actor, Activity object) {
        return new Statement(
                id(fact, actor),
                actor,
                object,
                fact.key().courseKey(),
                isCompleted(fact.tally()),
                progress(fact.tally()),
                fact.occurredAt());
    }

    /** Whether everything is completed. Where nothing can be seen, nothing is: records outlive the time until a release. */
    private static boolean isCompleted(Tally tally) {
        return tally.possible() > 0 && tally.isComplete();
    }

    /** Kind of the activity that an aggregate of this type is. */
    public static String kind(String aggregateType) {
        return aggregateType.equals("course") ? COURSE : MODULE;
    }

    /**
     * Earned by possible times 100, rounded to a billionth. What is not complete stays below 100 however little is missing, so that
     * the number and {@code completion} never disagree.
     */
    public static BigDecimal progress(Tally tally) {
        if (isCompleted(tally)) {
            return WHOLE;
        }
        if (tally.possible() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal exact = BigDecimal.valueOf(tally.earned())
                .multiply(WHOLE)
                .divide(
                        BigDecimal.valueOf(tally.possible()).multiply(BigDecimal.valueOf(Units.ONE)),
                        DECIMALS,
                        RoundingMode.HALF_UP)
                .min(ALMOST)
                .stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /**
     * A name-based UUID of the change: actor, course run, block and version. The learner's own id is not in it, because whoever
     * guesses that could find the learner by it.
     */
    private static UUID id(ProgressFact.Progressed fact, UUID actor) {
        String name = String.join(
                "\n",
                actor.toString(),
                fact.key().courseKey().value(),
                fact.aggregate().blockKey(),
                Long.toString(fact.version()));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
