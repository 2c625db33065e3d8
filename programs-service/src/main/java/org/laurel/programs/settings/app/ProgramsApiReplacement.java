package org.laurel.programs.settings.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.revision.Revise;
import org.laurel.kit.revision.Revising;
import org.laurel.kit.revision.Revision;
import org.laurel.kit.revision.RevisionQuery;
import org.laurel.programs.settings.domain.ProgramsApi;
import org.laurel.programs.settings.domain.ReplaceProgramsApi;

/** Replaces the configuration of the programs API, of which every version stays. */
@ApplicationScoped
public class ProgramsApiReplacement {

    private final KeyLocks locks;
    private final RevisionQuery revisions;
    private final Revising revising;

    ProgramsApiReplacement(KeyLocks locks, RevisionQuery revisions, Revising revising) {
        this.locks = locks;
        this.revisions = revisions;
        this.revising = revising;
    }

    /** Applies the commands, of which there is one at most, since there is one configuration. */
    @Transactional
    public List<SettingOutcome> apply(List<ReplaceProgramsApi> commands) {
        return commands.stream().map(this::replace).toList();
    }

    private SettingOutcome replace(ReplaceProgramsApi command) {
        locks.change(List.of(ProgramsApi.SUBJECT));
        long current = revisions.current(ProgramsApi.SUBJECT).map(Revision::id).orElse(0L);
        if (!command.expected().isMetBy(current)) {
            return new SettingOutcome.Outdated();
        }
        ProgramsApi configuration = command.configuration();
        return new SettingOutcome.Held(revising.apply(List.of(new Revise(
                        ProgramsApi.SUBJECT,
                        configuration.enabled(),
                        configuration.marketingPath(),
                        command.at(),
                        command.cause())))
                .getFirst());
    }
}
