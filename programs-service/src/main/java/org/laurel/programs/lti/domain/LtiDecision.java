package org.laurel.programs.lti.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a configuration that is put. */
public sealed interface LtiDecision {

    /** It holds from now on. */
    record Changed(StoredLti after, boolean created) implements LtiDecision {}

    /** It held already. */
    record Unchanged(StoredLti stored) implements LtiDecision {}

    /**
     * Another version holds than the client has seen.
     *
     * @param current null when there is none
     */
    record Outdated(@Nullable Long current) implements LtiDecision {}

    /** The deployment has no key to encrypt secrets with. */
    record Unencryptable() implements LtiDecision {}

    /**
     * Decides. The version of what changes is still the one before; the database numbers it.
     *
     * @param sameSecrets whether key and secret are what they were
     * @param encrypts whether secrets can be encrypted
     */
    static LtiDecision decide(@Nullable StoredLti stored, ReplaceLti command, boolean sameSecrets, boolean encrypts) {
        Long current = stored == null ? null : stored.version();
        if (!command.expected().isMetBy(current)) {
            return new Outdated(current);
        }
        boolean launched = command.configuration().launch() != null;
        if (launched && command.givesSecrets() && !encrypts) {
            return new Unencryptable();
        }
        if (stored != null && stored.configuration().equals(command.configuration()) && (sameSecrets || !launched)) {
            return new Unchanged(stored);
        }
        Instant at = stored != null && command.at().isBefore(stored.modifiedAt()) ? stored.modifiedAt() : command.at();
        StoredLti after = new StoredLti(
                command.subject(),
                command.configuration(),
                launched && command.key().leaves(stored != null && stored.hasKey()),
                launched && command.secret().leaves(stored != null && stored.hasSecret()),
                current == null ? 0 : current,
                stored == null ? at : stored.createdAt(),
                at);
        return new Changed(after, stored == null);
    }
}
