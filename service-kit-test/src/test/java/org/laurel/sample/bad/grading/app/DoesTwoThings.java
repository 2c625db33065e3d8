package org.laurel.sample.bad.grading.app;

/** Two use cases in one class. */
public class DoesTwoThings {

    public int first() {
        return 1;
    }

    public int second() {
        return 2;
    }
}
