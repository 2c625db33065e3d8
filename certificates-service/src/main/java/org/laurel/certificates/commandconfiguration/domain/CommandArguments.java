package org.laurel.certificates.commandconfiguration.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.certificates.commandconfiguration.domain.CommandOption.Values;

/**
 * Reads a command's stored arguments (certificates description, section 8). Which options must be there is the command's own
 * business; here they must only be known, once each, and have the values that they take.
 */
public final class CommandArguments {

    private final ConfiguredCommand command;
    private final List<String> words;
    private final Map<String, List<String>> options = new LinkedHashMap<>();
    private int at;

    private CommandArguments(ConfiguredCommand command, List<String> words) {
        this.command = command;
        this.words = words;
    }

    /** What became of a line of arguments. */
    public sealed interface Reading {}

    /**
     * Arguments that the command understands.
     *
     * @param words the line's words
     * @param options the values by option name, such as {@code old_text}; a flag that is set has none
     */
    public record Understood(List<String> words, Map<String, List<String>> options) implements Reading {

        public Understood {
            words = List.copyOf(words);
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }
    }

    /** Arguments that it does not. */
    public record Refused(String message) implements Reading {}

    /** Reads a line for a command. */
    public static Reading read(ConfiguredCommand command, String line) {
        return switch (CommandLine.split(line)) {
            case CommandLine.Unbalanced unbalanced ->
                new Refused("character " + unbalanced.position() + ": " + unbalanced.message());
            case CommandLine.Words words -> new CommandArguments(command, words.list()).run();
        };
    }

    private Reading run() {
        while (at < words.size()) {
            Optional<String> fault = takeOption();
            if (fault.isPresent()) {
                return new Refused(fault.get());
            }
        }
        return new Understood(words, options);
    }

    /** Takes the next option with its values, and says what is wrong with it. */
    private Optional<String> takeOption() {
        String word = words.get(at++);
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        Optional<CommandOption> found = find(equals < 0 ? word : word.substring(0, equals));
        if (found.isEmpty()) {
            return Optional.of("\"%s\" is no option of %s, which takes %s"
                    .formatted(word, command.word(), String.join(", ", spellings())));
        }
        CommandOption option = found.get();
        List<String> values = equals < 0 ? takeValues(option) : List.of(word.substring(equals + 1));
        if (options.put(option.name(), values) != null) {
            return Optional.of(option.longSpelling() + " is given twice");
        }
        boolean takesValues = option.values() != Values.NONE;
        if (takesValues == values.isEmpty()) {
            return Optional.of(option.longSpelling() + (takesValues ? " needs a value" : " takes no value"));
        }
        return Optional.empty();
    }

    /** The words up to the next option, as many as the option takes. */
    private List<String> takeValues(CommandOption option) {
        List<String> values = new ArrayList<>();
        while (wantsMore(option, values)
                && at < words.size()
                && find(words.get(at)).isEmpty()) {
            values.add(words.get(at++));
        }
        return List.copyOf(values);
    }

    private static boolean wantsMore(CommandOption option, List<String> values) {
        return switch (option.values()) {
            case NONE -> false;
            case ONE -> values.isEmpty();
            case ONE_OR_MORE -> true;
        };
    }

    private Optional<CommandOption> find(String spelling) {
        return command.options().stream()
                .filter(option -> option.spellings().contains(spelling))
                .findFirst();
    }

    private List<String> spellings() {
        return command.options().stream().map(CommandOption::longSpelling).toList();
    }
}
