package org.laurel.certificates.commandconfiguration.http;

import java.util.List;
import java.util.Map;
import org.laurel.certificates.commandconfiguration.domain.CommandArguments.Understood;
import org.laurel.certificates.commandconfiguration.domain.ConfiguredCommand;

/**
 * Stored arguments, ready to be used.
 *
 * @param arguments the words, quotes removed
 * @param options the values by option, such as {@code old_text}; a flag that is set has an empty list
 */
public record ArgumentsAnswer(String command, List<String> arguments, Map<String, List<String>> options) {

    static ArgumentsAnswer of(ConfiguredCommand command, Understood understood) {
        return new ArgumentsAnswer(command.word(), understood.words(), understood.options());
    }
}
