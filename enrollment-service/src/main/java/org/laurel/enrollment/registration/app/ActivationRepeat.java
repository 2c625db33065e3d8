package org.laurel.enrollment.registration.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.enrollment.learner.db.LearnerTable;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.mail.app.AccountMail;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.enrollment.registration.db.RegistrationTable;
import org.laurel.enrollment.registration.domain.Registration;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.mail.Mail;
import org.laurel.kit.mail.MailPosting;

/** Mails a new key to those who registered and have not activated their account. Nobody is told whether there was anybody. */
@ApplicationScoped
public class ActivationRepeat {

    private final KeyLocks locks;
    private final LearnerTable learners;
    private final RegistrationTable registrations;
    private final MailPosting mails;
    private final Clock clock;
    private final Duration validity;

    ActivationRepeat(
            KeyLocks locks,
            LearnerTable learners,
            RegistrationTable registrations,
            MailPosting mails,
            Clock clock,
            @ConfigProperty(name = "laurel.registration.key-validity") Duration validity) {
        this.locks = locks;
        this.learners = learners;
        this.registrations = registrations;
        this.mails = mails;
        this.clock = clock;
        this.validity = validity;
    }

    /** Posts mails to those of the addresses that wait for activation. */
    @Transactional
    public void apply(List<String> emails) {
        List<Learner> holders = learners.holders(List.of(), emails);
        List<LearnerId> ids = holders.stream().map(Learner::id).toList();
        locks.lock(ids.stream().map(LearnerId::value).toList());
        Map<LearnerId, Learner> current = learners.find(ids);
        Map<LearnerId, Registration> pending = registrations.find(ids);
        Instant now = clock.instant();
        List<Registration> prolonged = new ArrayList<>();
        List<Mail> posted = new ArrayList<>();
        for (Registration registration : pending.values()) {
            Learner learner = current.get(registration.learnerId());
            if (learner != null && !learner.account().isActive() && registration.isPending()) {
                Instant expiresAt = now.plus(validity);
                prolonged.add(new Registration(learner.id(), registration.requestedAt(), expiresAt, null));
                posted.add(AccountMail.of(
                        MailKind.ACTIVATION,
                        learner.id(),
                        learner.account().email(),
                        new Mail.KeyUse(learner.id().value(), expiresAt),
                        null));
            }
        }
        registrations.save(prolonged);
        mails.apply(posted);
    }
}
