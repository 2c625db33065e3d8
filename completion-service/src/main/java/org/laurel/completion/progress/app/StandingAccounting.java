package org.laurel.completion.progress.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.standing.app.StandingFollower;
import org.laurel.completion.standing.domain.StandingChange;

/** Counts learners again whose standing has changed, in the transaction of the change. */
@ApplicationScoped
class StandingAccounting implements StandingFollower {

    private final ProgressAccounting accounting;

    StandingAccounting(ProgressAccounting accounting) {
        this.accounting = accounting;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(List<StandingChange> changes) {
        accounting.apply(changes.stream()
                .<ProgressCommand>map(
                        change -> new ProgressCommand.Recount(change.key(), change.at(), false, change.cause()))
                .toList());
    }
}
