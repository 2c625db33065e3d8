package org.laurel.enrollment.emailchange.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.enrollment.emailchange.db.EmailChangeTable;
import org.laurel.enrollment.emailchange.domain.PendingEmailChange;
import org.laurel.enrollment.emailchange.domain.RequestEmailChange;
import org.laurel.enrollment.learner.app.FreeNames;
import org.laurel.enrollment.learner.db.Departures;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.mail.app.AccountMail;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.mail.Mail;
import org.laurel.kit.mail.MailPosting;

/**
 * Takes requests for other email addresses: the new address is asked for confirmation. For an address that belongs to somebody
 * nothing happens and nobody is told, so that addresses cannot be probed (accounts, email).
 */
@ApplicationScoped
public class EmailChangeRequest {

    private final KeyLocks locks;
    private final Departures departures;
    private final FreeNames names;
    private final EmailChangeTable pending;
    private final MailPosting mails;
    private final Clock clock;
    private final Duration validity;

    EmailChangeRequest(
            KeyLocks locks,
            Departures departures,
            FreeNames names,
            EmailChangeTable pending,
            MailPosting mails,
            Clock clock,
            @ConfigProperty(name = "laurel.account.email-key-validity") Duration validity) {
        this.locks = locks;
        this.departures = departures;
        this.names = names;
        this.pending = pending;
        this.mails = mails;
        this.clock = clock;
        this.validity = validity;
    }

    /**
     * Takes the requests; of a learner's several the last one holds.
     *
     * @return for each whether it is refused because the learner has left or is about to; of a taken address nobody is told
     */
    @Transactional
    public List<Optional<Objection>> apply(List<RequestEmailChange> requests) {
        List<LearnerId> ids =
                requests.stream().map(RequestEmailChange::learnerId).distinct().toList();
        locks.lock(ids.stream().map(LearnerId::value).toList());
        Map<LearnerId, Objection> departed = departures.of(ids);
        List<Set<Objection>> taken = names.apply(requests.stream()
                .map(request -> new FreeNames.Question(request.learnerId(), "", request.email()))
                .toList());
        Instant now = clock.instant();
        Map<LearnerId, PendingEmailChange> kept = new LinkedHashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            RequestEmailChange request = requests.get(i);
            if (taken.get(i).isEmpty() && !departed.containsKey(request.learnerId())) {
                kept.put(
                        request.learnerId(),
                        new PendingEmailChange(
                                request.learnerId(), request.requestId(), request.email(), now, now.plus(validity)));
            }
        }
        pending.save(kept.values());
        mails.apply(kept.values().stream()
                .map(change -> AccountMail.of(
                        MailKind.EMAIL_CONFIRMATION,
                        change.learnerId(),
                        change.email(),
                        new Mail.KeyUse(change.requestId(), change.expiresAt()),
                        null))
                .toList());
        return requests.stream()
                .map(request -> Optional.ofNullable(departed.get(request.learnerId())))
                .toList();
    }
}
