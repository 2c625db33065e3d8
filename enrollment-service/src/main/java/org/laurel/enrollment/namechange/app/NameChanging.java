package org.laurel.enrollment.namechange.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.db.Departures;
import org.laurel.enrollment.learner.db.LearnerTable;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.mail.app.AccountMail;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.enrollment.namechange.db.NameChangeTable;
import org.laurel.enrollment.namechange.domain.NameChange;
import org.laurel.enrollment.namechange.domain.NameChangeCommand;
import org.laurel.enrollment.namechange.domain.NameChangeOutcome;
import org.laurel.enrollment.namechange.domain.ReplaceName;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.mail.Mail;
import org.laurel.kit.mail.MailPosting;

/** Takes requests for other names and staff's decisions on them (accounts, name change). */
@ApplicationScoped
public class NameChanging {

    private final KeyLocks locks;
    private final LearnerTable learners;
    private final Departures departures;
    private final NameChangeTable requests;
    private final NameReplacement names;
    private final MailPosting mails;
    private final Clock clock;

    NameChanging(
            KeyLocks locks,
            LearnerTable learners,
            Departures departures,
            NameChangeTable requests,
            NameReplacement names,
            MailPosting mails,
            Clock clock) {
        this.locks = locks;
        this.learners = learners;
        this.departures = departures;
        this.requests = requests;
        this.names = names;
        this.mails = mails;
        this.clock = clock;
    }

    /** Applies the commands about known learners in order and returns an outcome for each. */
    @Transactional
    public List<NameChangeOutcome> apply(List<NameChangeCommand> commands) {
        List<LearnerId> ids =
                commands.stream().map(NameChangeCommand::learnerId).distinct().toList();
        locks.lock(ids.stream().map(LearnerId::value).toList());
        Map<LearnerId, Learner> accounts = learners.find(ids);
        Map<LearnerId, Objection> departed = departures.of(ids);
        Map<LearnerId, NameChange> newest = requests.find(ids);
        Instant now = clock.instant();
        List<NameChangeOutcome> outcomes = new ArrayList<>();
        Map<LearnerId, NameChangeTable.Line> kept = new LinkedHashMap<>();
        Map<LearnerId, ReplaceName> renamed = new LinkedHashMap<>();
        List<Mail> posted = new ArrayList<>();
        for (NameChangeCommand command : commands) {
            Learner learner = accounts.get(command.learnerId());
            Objection departure = departed.get(command.learnerId());
            NameChangeOutcome outcome = departure == null
                    ? decide(learner, newest.get(command.learnerId()), command, now)
                    : new NameChangeOutcome.Departed(departure);
            outcomes.add(outcome);
            if (learner != null && outcome instanceof NameChangeOutcome.Kept(NameChange change)) {
                newest.put(change.learnerId(), change);
                kept.put(change.learnerId(), new NameChangeTable.Line(change, command.cause()));
                switch (change.state()) {
                    case PENDING -> {}
                    case CONFIRMED ->
                        renamed.put(
                                change.learnerId(),
                                new ReplaceName(
                                        change.learnerId(), change.name(), change.rationale(), command.cause()));
                    case REJECTED -> tell(learner, command, posted);
                }
            }
        }
        requests.save(kept.values());
        names.apply(List.copyOf(renamed.values()), now);
        mails.apply(posted);
        return outcomes;
    }

    private static NameChangeOutcome decide(
            @Nullable Learner learner, @Nullable NameChange newest, NameChangeCommand command, Instant now) {
        return learner == null
                ? new NameChangeOutcome.NothingPending()
                : NameChangeOutcome.decide(learner, newest, command, now);
    }

    private static void tell(Learner learner, NameChangeCommand command, List<Mail> posted) {
        String email = learner.account().email();
        if (!email.isEmpty()) {
            posted.add(AccountMail.of(
                    MailKind.NAME_CHANGE_REJECTED,
                    learner.id(),
                    email,
                    null,
                    command.cause().reason()));
        }
    }
}
