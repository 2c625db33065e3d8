package org.laurel.stack.demo;

import org.laurel.stack.console.Console;
import org.laurel.stack.run.RunState;

/**
 * What a demo works with.
 *
 * @param state the running stack
 * @param token bearer token of a service client
 */
public record DemoContext(Console console, RunState state, String token) {

    LaurelApi api() {
        return new LaurelApi(state.baseUrl(), token);
    }

    /** Prints the heading of a chapter. */
    void heading(String number, String title, String how) {
        console.line(
                console.style().strong(number + "  " + title) + console.style().faint("   " + how));
    }

    /** Prints something that was done. */
    void done(String text) {
        console.line("   " + console.style().good(console.style().tick()) + " " + text);
    }
}
