package org.laurel.stack.console;

/**
 * Colours and symbols.
 *
 * @param colour whether ANSI colours are used
 * @param symbols whether the output can show more than ASCII
 */
public record Style(boolean colour, boolean symbols) {

    public String good(String text) {
        return paint("32", text);
    }

    public String bad(String text) {
        return paint("31", text);
    }

    public String warn(String text) {
        return paint("33", text);
    }

    public String strong(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    public String name(String text) {
        return paint("36", text);
    }

    public String tick() {
        return symbols ? "\u2714" : "ok";
    }

    public String cross() {
        return symbols ? "\u2718" : "failed:";
    }

    /** One picture of a turning wheel. */
    public String wheel(long step) {
        String pictures = symbols ? "\u280b\u2819\u2839\u2838\u283c\u2834\u2826\u2827\u2807\u280f" : "|/-\\";
        return String.valueOf(pictures.charAt((int) (step % pictures.length())));
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
