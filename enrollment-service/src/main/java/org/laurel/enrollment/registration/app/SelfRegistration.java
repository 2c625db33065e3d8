package org.laurel.enrollment.registration.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.app.FreeNames;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.learner.domain.SubmitLearner;
import org.laurel.enrollment.mail.app.AccountMail;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.enrollment.profile.app.ProfileAmending;
import org.laurel.enrollment.profile.domain.AmendProfile;
import org.laurel.enrollment.registration.db.RegistrationTable;
import org.laurel.enrollment.registration.domain.Registration;
import org.laurel.enrollment.registration.domain.SignUp;
import org.laurel.enrollment.registration.domain.SignUpFault;
import org.laurel.enrollment.registration.domain.SignUpRules;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.mail.Mail;
import org.laurel.kit.mail.MailPosting;

/**
 * Makes learners of people who register themselves. The account is without effect until it is activated with the key in the
 * mail that goes to its address. How the learner signs in is the identity provider's business.
 */
@ApplicationScoped
public class SelfRegistration {

    private final LearnerRegistration learners;
    private final FreeNames names;
    private final ProfileAmending profiles;
    private final RegistrationTable registrations;
    private final MailPosting mails;
    private final Clock clock;
    private final Duration validity;

    SelfRegistration(
            LearnerRegistration learners,
            FreeNames names,
            ProfileAmending profiles,
            RegistrationTable registrations,
            MailPosting mails,
            Clock clock,
            @ConfigProperty(name = "laurel.registration.key-validity") Duration validity) {
        this.learners = learners;
        this.names = names;
        this.profiles = profiles;
        this.registrations = registrations;
        this.mails = mails;
        this.clock = clock;
        this.validity = validity;
    }

    /** Registers them; for each what speaks against it, nothing when the learner is registered. */
    @Transactional
    public List<List<SignUpFault>> apply(List<SignUp> wanted) {
        Instant now = clock.instant();
        int year = LocalDate.ofInstant(now, ZoneOffset.UTC).getYear();
        List<List<SignUpFault>> faults = new ArrayList<>();
        List<SignUp> fit = new ArrayList<>();
        for (SignUp each : wanted) {
            List<SignUpFault> own = SignUpRules.faults(each, year);
            faults.add(new ArrayList<>(own));
            if (own.isEmpty()) {
                fit.add(each);
            }
        }
        List<SignUp> registered = new ArrayList<>();
        List<LearnerOutcome> outcomes =
                learners.apply(fit.stream().map(each -> submission(each, now)).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof LearnerOutcome.Refused refused) {
                faults.get(wanted.indexOf(fit.get(i))).addAll(clashes(fit.get(i), refused.objection()));
            } else {
                registered.add(fit.get(i));
            }
        }
        keep(registered, now);
        return faults;
    }

    private void keep(List<SignUp> registered, Instant now) {
        Instant expiresAt = now.plus(validity);
        profiles.apply(registered.stream()
                .filter(each -> !each.profile().isEmpty())
                .map(each -> new AmendProfile(each.id(), each.profile(), cause(each)))
                .toList());
        registrations.save(registered.stream()
                .map(each -> new Registration(each.id(), now, expiresAt, null))
                .toList());
        mails.apply(registered.stream()
                .map(each -> AccountMail.of(
                        MailKind.ACTIVATION,
                        each.id(),
                        each.email(),
                        new Mail.KeyUse(each.id().value(), expiresAt),
                        null))
                .toList());
    }

    /** Everything that is taken, so that the person can mend all of it at once. */
    private List<SignUpFault> clashes(SignUp wanted, Objection first) {
        Set<Objection> all = names.apply(
                        List.of(new FreeNames.Question(wanted.id(), wanted.username(), wanted.email())))
                .getFirst();
        return (all.isEmpty() ? Set.of(first) : all)
                .stream().map(SignUpFault::of).toList();
    }

    private static SubmitLearner submission(SignUp wanted, Instant now) {
        Cause cause = cause(wanted);
        Account account = new Account(wanted.username(), wanted.email(), wanted.name(), false);
        return new SubmitLearner(wanted.id(), account, null, new BusinessTime.Asked(now, cause.id()), cause);
    }

    /** The learner, by the id: the username would be personal data in the history. */
    private static Cause cause(SignUp wanted) {
        return Cause.of(wanted.id().value(), UUID.randomUUID().toString()).because("registration");
    }
}
