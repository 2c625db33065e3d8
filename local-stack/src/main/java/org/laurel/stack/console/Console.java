package org.laurel.stack.console;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Scanner;

/**
 * Everything that the command says. Colours and lines that rewrite themselves appear on a terminal only; whatever else would
 * steer a terminal is shown as escapes ({@link Printable}). Methods may be called by several threads at once.
 */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final Style style;
    private final boolean rewrites;
    private String unfinished = "";

    /** A console on these streams; lines rewrite themselves only if asked to. */
    public Console(PrintStream out, PrintStream err, Style style, boolean rewrites) {
        this.out = out;
        this.err = err;
        this.style = style;
        this.rewrites = rewrites;
    }

    /**
     * The console of this process. The launcher tells by the system property {@code laurel.terminal} whether a person is
     * looking; {@code NO_COLOR} switches colours off, {@code LAUREL_COLOR=always} on.
     */
    public static Console ofProcess() {
        boolean terminal = Boolean.getBoolean("laurel.terminal") && !"dumb".equals(System.getenv("TERM"));
        boolean asked = "always".equals(System.getenv("LAUREL_COLOR"));
        boolean colour = (terminal || asked) && System.getenv("NO_COLOR") == null;
        boolean symbols = System.out.charset().newEncoder().canEncode('\u2714');
        return new Console(System.out, System.err, new Style(colour, symbols), terminal);
    }

    /** How words are coloured here. */
    public Style style() {
        return style;
    }

    /** Prints a line. */
    public synchronized void line(String text) {
        eraseUnfinished();
        out.println(Printable.butOwnColours(text));
        out.flush();
        drawUnfinished();
    }

    /** Prints an empty line. */
    public void line() {
        line("");
    }

    /** Prints a failure and what to do about it, on the error stream. */
    public synchronized void failure(String what, String advice) {
        eraseUnfinished();
        unfinished = "";
        err.println(Printable.butOwnColours(style.bad(style.cross() + " " + Printable.inOneLine(what))));
        err.println("  " + Printable.butOwnColours(advice));
        err.flush();
    }

    /** Prints a hint on the error stream, so that it does not get into a pipe. */
    public synchronized void hint(String text) {
        err.println(Printable.butOwnColours(style.faint(text)));
        err.flush();
    }

    /** Shows a line at the bottom that the next call replaces; an empty text removes it. Nothing without a terminal. */
    public synchronized void unfinished(String text) {
        if (rewrites) {
            eraseUnfinished();
            unfinished = Printable.butOwnColours(text);
            drawUnfinished();
        }
    }

    /** Asks a person; the answer is empty if there is none or nobody is looking. */
    public String ask(String question) {
        if (!rewrites) {
            return "";
        }
        out.print(question);
        out.flush();
        Scanner answers = new Scanner(System.in, Charset.defaultCharset());
        return answers.hasNextLine() ? answers.nextLine().strip() : "";
    }

    /** Whether lines can rewrite themselves. */
    public boolean rewrites() {
        return rewrites;
    }

    private void eraseUnfinished() {
        if (!unfinished.isEmpty()) {
            out.print("\r\u001b[K");
        }
    }

    private void drawUnfinished() {
        if (!unfinished.isEmpty()) {
            out.print(unfinished);
            out.flush();
        }
    }
}
