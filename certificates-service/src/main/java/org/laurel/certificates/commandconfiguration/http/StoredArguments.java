package org.laurel.certificates.commandconfiguration.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.certificates.commandconfiguration.domain.CommandArguments;
import org.laurel.certificates.commandconfiguration.domain.CommandArguments.Refused;
import org.laurel.certificates.commandconfiguration.domain.CommandArguments.Understood;
import org.laurel.certificates.commandconfiguration.domain.ConfiguredCommand;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.revision.Revision;
import org.laurel.kit.revision.RevisionQuery;

/** Hands a command's stored arguments to whoever runs the command with them. */
@ApplicationScoped
public class StoredArguments {

    private final RevisionQuery revisions;

    StoredArguments(RevisionQuery revisions) {
        this.revisions = revisions;
    }

    /**
     * The arguments that hold.
     *
     * @throws ProblemException 409 {@code command_configuration_disabled} when there are none or they are disabled, 409
     *     {@code command_configuration_invalid} when the command does not understand them any more
     */
    public Understood of(ConfiguredCommand command) {
        Revision revision = revisions
                .current(command.subject())
                .filter(Revision::enabled)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        409,
                        "command_configuration_disabled",
                        "The configuration of " + command.word()
                                + " is disabled. Store one with \"enabled\": true first.")));
        return switch (CommandArguments.read(command, revision.content())) {
            case Understood understood -> understood;
            case Refused refused ->
                throw new ProblemException(Problem.of(
                        409,
                        "command_configuration_invalid",
                        "The stored arguments cannot be used: " + refused.message() + "."));
        };
    }
}
