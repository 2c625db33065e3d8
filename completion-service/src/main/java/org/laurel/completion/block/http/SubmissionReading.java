package org.laurel.completion.block.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.domain.BlockKeys;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.UsageKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.problem.ProblemException;

/** Turns the completions of one request into commands of one cause and time. */
record SubmissionReading(Cause cause, Instant now) {

    /** What else Java takes for a number is none: {@code 1d}, {@code 0x1p-1}, {@code Infinity}. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

    private static final String SOURCE = "/completion/rest";

    /** The command for a learner's block. */
    ProgressCommand command(CourseLearner key, String block, long units) {
        FactOrder place = new FactOrder(now, FactOrder.NO_SEQUENCE, 0, SOURCE, cause.id());
        return new ProgressCommand.Submit(key, block, units, place, true, cause);
    }

    /**
     * The key under which a block of the course run is stored, see {@link BlockKeys#stored}; whether there is such a block is
     * another matter.
     *
     * @throws ProblemException 400 when it is no block key, or one of another course run
     */
    static String stored(String text, CourseKey courseKey) {
        String block = BlockKeys.stored(text, courseKey);
        if (!BlockKeys.isUsageKey(block)) {
            throw ProblemException.badRequest("invalid_block_key", "Invalid block key: " + block);
        }
        if (!BlockKeys.belong(new UsageKey(block), courseKey)) {
            throw ProblemException.badRequest(
                    "block_not_in_context", "Block with key: '" + block + "' is not in context " + courseKey);
        }
        return block;
    }

    /**
     * Reads a number from 0 to 1, which may be written as a text: as JSON writes numbers, and of old with a sign, zeros or a point
     * at either end besides.
     *
     * @throws ProblemException 400 when it is none
     */
    static long units(@Nullable Object value) {
        double completion = value instanceof Number || value instanceof String ? number(value.toString()) : Double.NaN;
        if (completion >= 0 && completion <= 1) {
            return Units.of(BigDecimal.valueOf(completion));
        }
        throw ProblemException.badRequest("invalid_completion", "A completion is a number from 0 to 1.");
    }

    private static double number(String text) {
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }
}
