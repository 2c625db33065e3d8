package org.laurel.stack.demo;

import java.util.ArrayList;
import java.util.List;
import org.laurel.stack.console.Console;

/** Collects what did not happen and says so at the end. */
final class Verdict {
    private static final int MOST_SHOWN = 20;

    private final Console console;
    private final List<String> missing = new ArrayList<>();

    Verdict(Console console) {
        this.console = console;
    }

    void add(List<Expectation> unmet) {
        unmet.stream().map(Expectation::what).forEach(missing::add);
    }

    void addMissing(List<String> what) {
        missing.addAll(what);
    }

    /** Prints the end of the demo and returns whether nothing is missing. */
    boolean show(String success, String next) {
        if (missing.isEmpty()) {
            console.line(console.style().good(console.style().tick() + " " + success));
            console.line(console.style().faint("  " + next));
            return true;
        }
        missing.stream()
                .limit(MOST_SHOWN)
                .forEach(what ->
                        console.line(console.style().bad("  " + console.style().cross() + " not so: " + what)));
        console.failure(
                missing.size() + " things that had to happen did not.",
                "Look at ./laurel status, ./laurel parked list and ./laurel logs.");
        return false;
    }
}
