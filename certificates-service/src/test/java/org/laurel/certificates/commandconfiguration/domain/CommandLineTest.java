package org.laurel.certificates.commandconfiguration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.commandconfiguration.domain.CommandLine.Unbalanced;
import org.laurel.certificates.commandconfiguration.domain.CommandLine.Words;

class CommandLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "`` ; ``",
                "`  one   two ` ; one|two",
                "--name='a b' ; --name=a b",
                "'a \"b\" \\c' ; a \"b\" \\c",
                "\"a 'b' \\\"c\\\" \\\\ \\n\" ; a 'b' \"c\" \\ \\n",
                "a\\ b c ; a b|c",
                "'' x ; |x",
                "pre'fix and'post ; prefix andpost"
            })
    void splitsAsAShellDoes(String line, String words) {
        // When
        CommandLine.Split split = CommandLine.split(line);

        // Then
        List<String> expected = words.isEmpty() ? List.of() : Arrays.asList(words.split("\\|", -1));
        assertThat(split).isEqualTo(new Words(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {"a 'b ; 3", "a \"b ; 3", "\"b\\\" ; 1", "ab\\ ; 3"})
    void saysWhereAQuoteOpensThatIsNeverClosed(String line, int position) {
        // When
        CommandLine.Split split = CommandLine.split(line);

        // Then
        assertThat(split)
                .isInstanceOfSatisfying(
                        Unbalanced.class,
                        unbalanced -> assertThat(unbalanced.position()).isEqualTo(position));
    }

    @Property
    void anyWordsSurviveBeingQuoted(@ForAll @Size(max = 5) List<String> words) {
        // Given
        String line = words.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .reduce("", (one, other) -> one + " " + other);

        // When
        CommandLine.Split split = CommandLine.split(line);

        // Then
        assertThat(split).isEqualTo(new Words(words));
    }
}
