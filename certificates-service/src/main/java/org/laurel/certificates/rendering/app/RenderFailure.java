package org.laurel.certificates.rendering.app;

import org.jspecify.annotations.Nullable;

/**
 * A document that cannot be rendered, with a reason for the template's author: it never quotes a learner. Checked, because a
 * caller must decide what a certificate without its file means.
 */
public class RenderFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean passing;
    private final @Nullable Integer line;
    private final @Nullable Integer column;

    private RenderFailure(String reason, boolean passing, @Nullable Integer line, @Nullable Integer column) {
        super(reason);
        this.passing = passing;
        this.line = line;
        this.column = column;
    }

    /** The template must be mended. */
    static RenderFailure broken(String reason) {
        return new RenderFailure(reason, false, null, null);
    }

    /** The template must be mended at this place; lines and columns start at 1. */
    static RenderFailure at(String reason, int line, int column) {
        return new RenderFailure(reason, false, line, column);
    }

    /** Nothing is wrong with the template: trying again later may help. */
    static RenderFailure passing(String reason) {
        return new RenderFailure(reason, true, null, null);
    }

    /** What is wrong, a sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** Whether trying again later may help. */
    public boolean isPassing() {
        return passing;
    }

    /** The line of the template, null when the failure has no place. */
    public @Nullable Integer line() {
        return line;
    }

    /** The column of the template, null when the failure has no place. */
    public @Nullable Integer column() {
        return column;
    }
}
