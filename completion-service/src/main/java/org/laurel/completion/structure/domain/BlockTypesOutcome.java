package org.laurel.completion.structure.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What becomes of a {@link ReplaceBlockTypes} command. */
public sealed interface BlockTypesOutcome {

    /** This registry holds from now on, or did already. */
    record Held(BlockTypes types, boolean added) implements BlockTypesOutcome {}

    /** Another version holds than was expected. */
    record Outdated(long version) implements BlockTypesOutcome {}

    /** The registry breaks rules. */
    record Refused(List<Violation> violations) implements BlockTypesOutcome {}

    /** Decides a command against the registry that holds so far. */
    static BlockTypesOutcome decide(ReplaceBlockTypes command, BlockTypes current) {
        List<Violation> violations = BlockTypesRules.violations(command.modes(), command.aggregated());
        if (!violations.isEmpty()) {
            return new Refused(violations);
        }
        if (!command.expected().isMetBy(current.version())) {
            return new Outdated(current.version());
        }
        Map<String, CompletionMode> modes = command.modes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, mode -> CompletionMode.declared(mode.getValue())));
        boolean repeats = modes.equals(current.modes()) && command.aggregated().equals(current.aggregated());
        return repeats
                ? new Held(current, false)
                : new Held(new BlockTypes(current.version() + 1, modes, command.aggregated(), command.at()), true);
    }
}
