package org.laurel.stack.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What anybody may have written reaches the terminal as text. */
class PrintableTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(stream(out), stream(err), new Style(true, true), false);

    @Test
    void nothingButOwnColoursSteersTheTerminal() {
        // Given
        String copiesToTheClipboard = "\u001b]52;c;cm0gLXJm\u0007";
        String line = console.style().warn("code") + " a\tb " + copiesToTheClipboard + "\u001b[1A\r\u009b2J\u202edlo";

        // When
        console.line(line);

        // Then
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "\u001b[33mcode\u001b[0m a\tb \\u001b]52;c;cm0gLXJm\\u0007\\u001b[1A\\u000d\\u009b2J\\u202edlo\n");
    }

    @Test
    void failuresAndHintsAreSafeToo() {
        // When
        console.failure("no \u001bc", "\u001b[2J");
        console.hint("\u0008");

        // Then
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("\u001b[31m\u2718 no \\u001bc\u001b[0m\n  \\u001b[2J\n\u001b[2m\\u0008\u001b[0m\n");
    }

    @Test
    void foreignTextInALineStartsNoOther() {
        // When
        String text = Printable.inOneLine("a\n\u001b[32m\u2714 all is well\u2028Žofie");

        // Then
        assertThat(text).isEqualTo("a\\u000a\\u001b[32m\u2714 all is well\\u2028Žofie");
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
