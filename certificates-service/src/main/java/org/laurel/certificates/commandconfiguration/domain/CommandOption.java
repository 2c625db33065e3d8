package org.laurel.certificates.commandconfiguration.domain;

import java.util.List;

/**
 * An option of a command.
 *
 * @param name as the answer calls it
 * @param spellings how it is written, the long form first
 * @param values how many words follow it
 */
record CommandOption(String name, List<String> spellings, Values values) {

    /** How many values an option takes. */
    enum Values {
        NONE,
        ONE,
        ONE_OR_MORE
    }

    static CommandOption flag(String name, String spelling) {
        return new CommandOption(name, List.of(spelling), Values.NONE);
    }

    static CommandOption one(String name, String... spellings) {
        return new CommandOption(name, List.of(spellings), Values.ONE);
    }

    static CommandOption many(String name, String... spellings) {
        return new CommandOption(name, List.of(spellings), Values.ONE_OR_MORE);
    }

    String longSpelling() {
        return spellings.getFirst();
    }
}
