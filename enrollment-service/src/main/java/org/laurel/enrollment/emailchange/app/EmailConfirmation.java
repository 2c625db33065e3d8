package org.laurel.enrollment.emailchange.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.laurel.enrollment.emailchange.db.EmailChangeTable;
import org.laurel.enrollment.emailchange.domain.EmailChangeAnswer;
import org.laurel.enrollment.emailchange.domain.PendingEmailChange;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.domain.AmendLearner;
import org.laurel.enrollment.learner.domain.Amendment;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.mail.app.AccountMail;
import org.laurel.enrollment.mail.db.KeyTable;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.enrollment.mail.domain.OneTimeKey;
import org.laurel.enrollment.profile.app.ProfileAmending;
import org.laurel.enrollment.profile.domain.AmendProfile;
import org.laurel.enrollment.profile.domain.ProfileAmendment;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.mail.MailPosting;

/** Gives accounts the email addresses that were confirmed with the keys that were mailed to them (accounts, email). */
@ApplicationScoped
public class EmailConfirmation {

    private final KeyLocks locks;
    private final KeyTable keys;
    private final EmailChangeTable pending;
    private final LearnerRegistration learners;
    private final ProfileAmending profiles;
    private final MailPosting mails;
    private final Clock clock;

    EmailConfirmation(
            KeyLocks locks,
            KeyTable keys,
            EmailChangeTable pending,
            LearnerRegistration learners,
            ProfileAmending profiles,
            MailPosting mails,
            Clock clock) {
        this.locks = locks;
        this.keys = keys;
        this.pending = pending;
        this.learners = learners;
        this.profiles = profiles;
        this.mails = mails;
        this.clock = clock;
    }

    /** Confirms the requests of the keys and returns an answer for each. A click confirms one request; batches do not occur. */
    @Transactional
    public List<EmailChangeAnswer> apply(List<String> clicked) {
        List<EmailChangeAnswer> answers = new ArrayList<>();
        for (String key : clicked) {
            answers.add(confirm(keys.find(MailKind.EMAIL_CONFIRMATION, key)));
        }
        return answers;
    }

    private EmailChangeAnswer confirm(Optional<OneTimeKey> known) {
        if (known.isEmpty()) {
            return EmailChangeAnswer.UNKNOWN;
        }
        OneTimeKey use = known.get();
        locks.lock(List.of(use.learnerId().value()));
        PendingEmailChange request = pending.find(List.of(use.requestId())).get(use.requestId());
        Instant now = clock.instant();
        if (request == null) {
            return EmailChangeAnswer.UNKNOWN;
        }
        if (use.isExpired(now)) {
            return EmailChangeAnswer.EXPIRED;
        }
        Cause cause = Cause.of(request.learnerId().value(), UUID.randomUUID().toString())
                .because("email confirmed");
        LearnerOutcome outcome = learners.apply(List.of(new AmendLearner(
                        request.learnerId(),
                        List.of(new Amendment.Email(request.email())),
                        new BusinessTime.Asked(now, cause.id()),
                        cause)))
                .getFirst();
        return switch (outcome) {
            case LearnerOutcome.Refused refused ->
                refused.objection() == Objection.EMAIL_TAKEN ? EmailChangeAnswer.EXISTS : EmailChangeAnswer.UNKNOWN;
            case LearnerOutcome.Unknown unknown -> EmailChangeAnswer.UNKNOWN;
            case LearnerOutcome.Unchanged unchanged -> done(request, "", cause, now);
            case LearnerOutcome.Changed changed ->
                done(
                        request,
                        changed.before() == null
                                ? ""
                                : changed.before().account().email(),
                        cause,
                        now);
        };
    }

    private EmailChangeAnswer done(PendingEmailChange request, String oldEmail, Cause cause, Instant now) {
        pending.remove(List.of(request.requestId()));
        keys.forget(MailKind.EMAIL_CONFIRMATION, List.of(request.requestId()));
        if (!oldEmail.isEmpty()) {
            profiles.apply(List.of(new AmendProfile(
                    request.learnerId(),
                    List.of(new ProfileAmendment.Remembered("old_emails", List.of(oldEmail, now.toString()))),
                    cause)));
        }
        mails.apply(Stream.of(oldEmail, request.email())
                .filter(address -> !address.isEmpty())
                .map(address -> AccountMail.of(MailKind.EMAIL_CHANGED, request.learnerId(), address, null, null))
                .toList());
        return EmailChangeAnswer.CHANGED;
    }
}
