package org.laurel.enrollment.importing.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.enrollment.importing.app.Worked.ReadRow;
import org.laurel.enrollment.importing.db.ImportRows.Outcome;
import org.laurel.enrollment.importing.db.ImportRows.Place;
import org.laurel.enrollment.importing.db.ImportRows.Staged;
import org.laurel.enrollment.importing.domain.LearnerRow;
import org.laurel.enrollment.importing.domain.RowCode;
import org.laurel.enrollment.importing.domain.RowKind;
import org.laurel.enrollment.importing.domain.RowOutcome;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.db.LearnerTable;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.enrollment.learner.domain.SubmitLearner;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/** Rows about learners: {@link LearnerRegistration} takes the accounts, {@link ImportedProfiles} the profiles. */
@ApplicationScoped
class LearnerWork implements RowWork {

    private final KeyLocks locks;
    private final LearnerTable learners;
    private final LearnerRegistration registration;
    private final ImportedProfiles profiles;

    LearnerWork(KeyLocks locks, LearnerTable learners, LearnerRegistration registration, ImportedProfiles profiles) {
        this.locks = locks;
        this.learners = learners;
        this.registration = registration;
        this.profiles = profiles;
    }

    @Override
    public RowKind kind() {
        return RowKind.LEARNERS;
    }

    @Override
    public List<Outcome> work(Order order, List<Staged> rows) {
        Worked worked = new Worked(rows);
        List<ReadRow<LearnerRow>> readable = worked.read(row -> LearnerRow.read(row, order.now()));
        List<LearnerId> ids =
                readable.stream().map(each -> each.row().id()).distinct().toList();
        // What the rows leave alone must not change until they are taken.
        locks.lock(ids.stream().map(LearnerId::value).toList());
        ImportedProfiles.Plan plan = profiles.plan(order, readable);
        plan.unfit().forEach((place, code) -> worked.refuse(place, null, code));
        List<ReadRow<LearnerRow>> fit = readable.stream()
                .filter(each -> !plan.unfit().containsKey(each.place()))
                .toList();
        Set<Place> taken = new HashSet<>();
        Worked.both(fit, registration.apply(commands(order, ids, fit)), (each, outcome) -> {
            if (outcome instanceof LearnerOutcome.Refused refused) {
                worked.refuse(
                        each.place(),
                        each.row().id().value(),
                        RowCode.of(refused.objection().code()));
            } else {
                taken.add(each.place());
                worked.became(each.place(), each.row().id().value(), became(outcome));
            }
        });
        profiles.apply(order, plan, taken).forEach((place, id) -> worked.alsoUpdated(place, id.value()));
        return worked.outcomes();
    }

    private List<SubmitLearner> commands(Order order, List<LearnerId> ids, List<ReadRow<LearnerRow>> rows) {
        Map<LearnerId, Account> accounts = new HashMap<>();
        learners.find(ids).forEach((id, learner) -> accounts.put(id, learner.account()));
        List<SubmitLearner> commands = new ArrayList<>(rows.size());
        for (ReadRow<LearnerRow> each : rows) {
            LearnerRow row = each.row();
            Account account = row.over(accounts.get(row.id()));
            accounts.put(row.id(), account);
            commands.add(new SubmitLearner(
                    row.id(),
                    account,
                    row.allowCertificate(),
                    order.time(row.occurredAt(), each.place()),
                    order.cause()));
        }
        return commands;
    }

    private static String became(LearnerOutcome outcome) {
        return outcome instanceof LearnerOutcome.Changed changed
                ? (changed.isNew() ? RowOutcome.CREATED : RowOutcome.UPDATED)
                : RowOutcome.UNCHANGED;
    }
}
