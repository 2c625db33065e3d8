package org.laurel.certificates.configuration.domain;

import org.jspecify.annotations.Nullable;

/** What becomes of {@link ReplaceConfiguration}. */
public sealed interface ReplacementDecision {

    /** There is a new version. */
    record Changed(ConfigurationVersion version) implements ReplacementDecision {}

    /** The configuration that holds says the same already. */
    record Unchanged(ConfigurationVersion version) implements ReplacementDecision {}

    /** Another version holds than the one expected. */
    record Outdated(@Nullable Long current) implements ReplacementDecision {}

    /**
     * Decides.
     *
     * @param current the version that holds, null when the run has none
     */
    static ReplacementDecision decide(ReplaceConfiguration command, @Nullable ConfigurationVersion current) {
        Long version = current == null ? null : current.version();
        if (!command.expected().isMetBy(version)) {
            return new Outdated(version);
        }
        if (current != null && current.configuration().equals(command.configuration())) {
            return new Unchanged(current);
        }
        return new Changed(new ConfigurationVersion(
                command.courseKey(),
                version == null ? 1 : version + 1,
                command.configuration(),
                command.at(),
                command.cause().by(),
                command.cause().reason()));
    }
}
