package org.laurel.programs.configuration.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of a change of a program's certificate configuration. */
public sealed interface ProgramConfigured {

    /** The configuration changed, or is new. */
    record Changed(@Nullable StoredProgramCertificate before, StoredProgramCertificate after)
            implements ProgramConfigured {

        /** Whether the program awards from now on and did not before. */
        public boolean activates() {
            return after.certificate().isActive()
                    && (before == null || !before.certificate().isActive());
        }
    }

    /** It says the same as before. */
    record Unchanged(StoredProgramCertificate stored) implements ProgramConfigured {}

    /** There is no such program. */
    record UnknownProgram() implements ProgramConfigured {}

    /** The program has no configuration that could be changed. */
    record NotConfigured() implements ProgramConfigured {}

    /** Another version holds than was expected. */
    record Outdated() implements ProgramConfigured {}

    /** Some of those who shall sign do not exist. */
    record UnknownSignatories(List<Long> ids) implements ProgramConfigured {}

    /**
     * Decides. Source: programs, credential entities.
     *
     * @param programKnown whether the catalogue has the program
     * @param stored null when the program has none
     * @param signatories those of the wanted ones that exist
     */
    static ProgramConfigured decide(
            ConfigureProgram command,
            boolean programKnown,
            @Nullable StoredProgramCertificate stored,
            Set<Long> signatories) {
        if (!programKnown) {
            return new UnknownProgram();
        }
        if (!command.expected().isMetBy(stored == null ? null : stored.version())) {
            return new Outdated();
        }
        if (stored == null && !command.whole()) {
            return new NotConfigured();
        }
        ProgramCertificate standard = ProgramCertificate.standard(command.programUuid());
        ProgramCertificate wanted =
                command.members().over(stored == null || command.whole() ? standard : stored.certificate());
        List<Long> unknown = wanted.signatories().stream()
                .filter(id -> !signatories.contains(id))
                .toList();
        if (!unknown.isEmpty()) {
            return new UnknownSignatories(unknown);
        }
        if (stored == null) {
            return new Changed(null, StoredProgramCertificate.first(wanted, command.at()));
        }
        StoredProgramCertificate next = stored.next(wanted, command.at());
        return next.equals(stored) ? new Unchanged(stored) : new Changed(stored, next);
    }
}
