package org.laurel.stack;

import java.time.Duration;

/** Hears what the stack is doing. Methods may be called by several threads at once. */
public interface StackListener {
    /** Hears nothing. */
    StackListener SILENT = new StackListener() {};

    default void starting(Part part) {}

    default void ready(Part part, Duration took) {}

    default void stopping(Part part) {}

    default void stopped(Part part) {}

    /** A part ended although nobody stopped it. */
    default void crashed(Part part, StackFailure failure) {}
}
