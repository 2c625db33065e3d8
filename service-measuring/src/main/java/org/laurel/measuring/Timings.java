package org.laurel.measuring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long the rounds of a benchmark took, in seconds. */
public final class Timings {

    private final List<Double> rounds = new ArrayList<>();

    /** Takes one round in. */
    public void add(double seconds) {
        rounds.add(seconds);
    }

    /** How many rounds there were. */
    public int count() {
        return rounds.size();
    }

    /** The middle one; of an even number the later of the two. */
    public double median() {
        return rounds.stream().sorted().toList().get(rounds.size() / 2);
    }

    /** All rounds in their order, as they stand in a report. */
    @Override
    public String toString() {
        return rounds.stream()
                .map(seconds -> String.format(Locale.ROOT, "%.2f", seconds))
                .toList()
                .toString();
    }
}
