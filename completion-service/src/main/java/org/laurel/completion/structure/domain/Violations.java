package org.laurel.completion.structure.domain;

import java.util.ArrayList;
import java.util.List;

/** Collects violations; beyond the first twenty it only remembers that there are some. */
final class Violations {

    private static final int MOST = 20;

    private final List<Violation> found = new ArrayList<>();

    void add(String field, String message) {
        if (found.size() < MOST) {
            found.add(new Violation(field, message));
        }
    }

    void addIf(boolean broken, String field, String message) {
        if (broken) {
            add(field, message);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    boolean isFull() {
        return found.size() == MOST;
    }

    List<Violation> list() {
        return List.copyOf(found);
    }
}
