package org.laurel.certificates.rendering.app;

import io.quarkus.qute.TemplateException;

/** What one filling of a template may cost, counted over all its loops, nested ones included. Used by one thread. */
final class Budget {

    /** Parts of a template that loops may repeat. */
    static final int MOST_STEPS = 50_000;

    private int left = MOST_STEPS;

    void take(int steps) {
        left -= steps;
        if (left < 0) {
            throw new TemplateException("The template's loops repeat too much: more than " + MOST_STEPS + " parts.");
        }
    }
}
