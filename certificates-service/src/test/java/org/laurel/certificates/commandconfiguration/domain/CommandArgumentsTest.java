package org.laurel.certificates.commandconfiguration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.commandconfiguration.domain.CommandArguments.Reading;
import org.laurel.certificates.commandconfiguration.domain.CommandArguments.Refused;
import org.laurel.certificates.commandconfiguration.domain.CommandArguments.Understood;

class CommandArgumentsTest {

    @Test
    void givesTheValuesByOption() {
        // Given
        String line = "--old-text 'Old name' --new-text=\"New name\" --templates 1 2 --dry-run";

        // When
        Reading reading = CommandArguments.read(ConfiguredCommand.MODIFY_TEMPLATES, line);

        // Then
        assertThat(reading).isInstanceOfSatisfying(Understood.class, understood -> {
            assertThat(understood.options())
                    .isEqualTo(Map.of(
                            "old_text", List.of("Old name"),
                            "new_text", List.of("New name"),
                            "templates", List.of("1", "2"),
                            "dry_run", List.of()));
            assertThat(understood.words()).hasSize(7);
        });
    }

    @Test
    void understandsShortOptions() {
        // Given
        String line = "-u 11 12 -c course-v1:Org+Course+Run";

        // When
        Reading reading = CommandArguments.read(ConfiguredCommand.GENERATE, line);

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Understood.class,
                        understood -> assertThat(understood.options())
                                .isEqualTo(Map.of(
                                        "user",
                                        List.of("11", "12"),
                                        "course_key",
                                        List.of("course-v1:Org+Course+Run"))));
    }

    @Test
    void anEmptyTextIsAValue() {
        // When
        Reading reading = CommandArguments.read(ConfiguredCommand.MODIFY_TEMPLATES, "--new-text ''");

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Understood.class,
                        understood -> assertThat(understood.options()).containsEntry("new_text", List.of("")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--templates                    | --templates needs a value",
                "--old-text --new-text x        | --old-text needs a value",
                "--dry-run=yes                  | --dry-run takes no value",
                "--dry-run yes                  | \"yes\" is no option of modify_cert_template",
                "--old-text a b                 | \"b\" is no option",
                "--args-from-database           | \"--args-from-database\" is no option",
                "--dry-run --dry-run            | --dry-run is given twice",
                "--old-text 'a                  | character 12: the quote ' is never closed"
            })
    void refusesWhatTheCommandDoesNotUnderstand(String line, String message) {
        // When
        Reading reading = CommandArguments.read(ConfiguredCommand.MODIFY_TEMPLATES, line);

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.message()).contains(message));
    }
}
