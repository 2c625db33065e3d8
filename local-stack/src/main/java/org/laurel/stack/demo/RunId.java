package org.laurel.stack.demo;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * The name of one run. It is part of every id that the run makes, so that a demo can be repeated on one stack.
 *
 * @param text six lower-case letters and digits
 */
public record RunId(String text) {
    private static final int LENGTH = 6;
    private static final int RADIX = 36;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A name that no other run has. */
    public static RunId next() {
        StringBuilder text = new StringBuilder(LENGTH);
        while (text.length() < LENGTH) {
            text.append(Character.forDigit(RANDOM.nextInt(RADIX), RADIX));
        }
        return new RunId(text.toString().toLowerCase(Locale.ROOT));
    }

    /** What the ids of all learners of this run begin with. */
    String learnerPrefix() {
        return "demo-" + text + "-";
    }
}
