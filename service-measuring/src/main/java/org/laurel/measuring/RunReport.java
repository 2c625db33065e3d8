package org.laurel.measuring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects runs over many learners, and their ceiling, and words the result: ratios first, times and memory beside them. */
public final class RunReport {

    private final Timings runs = new Timings();
    private final Timings ceilings = new Timings();
    private final List<String> heaps = new ArrayList<>();

    /** A round of both. */
    public void round(double run, double ceiling) {
        runs.add(run);
        ceilings.add(ceiling);
    }

    /** What a run did to memory, rounds that do not count included. */
    public void heap(String change) {
        heaps.add(change);
    }

    /**
     * The report.
     *
     * @param learners learners of a run
     */
    public String text(String benchmark, int learners) {
        double run = runs.median();
        double ceiling = ceilings.median();
        return String.format(
                Locale.ROOT,
                """

                %s: %d learners, %d rounds, medians
                  run          %.2f of the ceiling  (%.0f learners/s, ceiling %.0f learners/s)
                  rounds       run %s s, ceiling %s s
                  heap         %s MB after collecting garbage, before → after each run
                """,
                benchmark,
                learners,
                runs.count(),
                ceiling / run,
                learners / run,
                learners / ceiling,
                runs,
                ceilings,
                heaps);
    }
}
