package org.laurel.certificates.commandconfiguration.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.commandconfiguration.domain.ConfiguredCommand;
import org.laurel.kit.revision.Revision;

/**
 * A revision of a command's stored arguments.
 *
 * @param id null before anybody has said anything
 */
public record CommandAnswer(
        String command,
        @Nullable Long id,
        boolean enabled,
        String arguments,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        @Nullable String changeReason) {

    static CommandAnswer none(ConfiguredCommand command) {
        return new CommandAnswer(command.word(), null, false, "", null, null, null);
    }

    static CommandAnswer of(ConfiguredCommand command, Revision revision) {
        return new CommandAnswer(
                command.word(),
                revision.id(),
                revision.enabled(),
                revision.content(),
                revision.changedAt(),
                revision.changedBy(),
                revision.reason());
    }
}
