package org.laurel.kit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterTest {

    @Test
    void hasASubjectOfOneLineAndNothingThatNoDatabaseHolds() {
        // Given
        String injected = " Well done\r\nBcc: eve@example.org\0\u2028\u0085 ";

        // When
        Letter letter = Letter.plain(injected, "a\0b").withHtml("<p>\0</p>").withReplyTo("ada@example.org");

        // Then
        assertThat(letter)
                .isEqualTo(new Letter("Well done Bcc: eve@example.org", "ab", "<p></p>", null, "ada@example.org"));
    }
}
