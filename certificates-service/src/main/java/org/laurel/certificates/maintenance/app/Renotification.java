package org.laurel.certificates.maintenance.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.db.CaseStore;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CertificateFact;
import org.laurel.certificates.issuance.domain.CertificateLinks;
import org.laurel.certificates.issuance.domain.StoredCase;
import org.laurel.certificates.learner.db.LearnerDirectory;
import org.laurel.certificates.learner.domain.Person;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/**
 * Tells other systems once more how certificates are: CHANGED with the current state under the version that it has. Nothing is
 * written but the events; a receiver that has the version already ignores them. Source: certificates, management commands,
 * notify_credentials.
 */
@ApplicationScoped
public class Renotification {

    private final KeyLocks locks;
    private final CaseStore cases;
    private final LearnerDirectory learners;
    private final TermsQuery terms;
    private final Outbox outbox;

    Renotification(KeyLocks locks, CaseStore cases, LearnerDirectory learners, TermsQuery terms, Outbox outbox) {
        this.locks = locks;
        this.cases = cases;
        this.learners = learners;
        this.terms = terms;
        this.outbox = outbox;
    }

    /** A case to tell of. */
    public record Tell(CaseKey key, Cause cause) {}

    /**
     * What became of the commands.
     *
     * @param sent certificates that others were told of
     * @param observed certificates in course runs that are observed only, of which nobody is told
     */
    public record Told(long sent, long observed) {}

    /** Tells of those that have a certificate, where decisions take effect. */
    @Transactional
    public Told apply(List<Tell> commands) {
        List<String> ids =
                commands.stream().map(tell -> tell.key().learnerId().value()).toList();
        locks.lock(ids);
        Map<CaseKey, StoredCase> stored =
                cases.load(commands.stream().map(Tell::key).toList());
        Map<LearnerId, Person> people = learners.people(
                commands.stream().map(tell -> tell.key().learnerId()).collect(Collectors.toSet()));
        Map<CourseKey, Terms> newest = terms.newest(
                commands.stream().map(tell -> tell.key().courseKey()).toList());
        List<CertificateFact> facts = new ArrayList<>(commands.size());
        long observed = 0;
        for (Tell tell : commands) {
            StoredCase known = stored.get(tell.key());
            Person person = people.getOrDefault(
                    tell.key().learnerId(), Person.unknown(tell.key().learnerId()));
            if (known == null || known.issued() == null || person.retired()) {
                continue;
            }
            Terms run = Objects.requireNonNull(newest.get(tell.key().courseKey()));
            if (run.isObserved()) {
                observed++;
            } else {
                facts.add(changed(tell, known.issued(), run, person));
            }
        }
        outbox.append(facts);
        return new Told(facts.size(), observed);
    }

    private static CertificateFact changed(Tell tell, StoredCase.Issued issued, Terms terms, Person person) {
        var certificate = issued.certificate();
        return new CertificateFact.Changed(
                new CertificateFact.State(
                        person.learner(),
                        tell.key().courseKey(),
                        certificate,
                        certificate.status(),
                        issued.verifyUuid(),
                        issued.version(),
                        issued.availableAt(),
                        issued.dateOverride(),
                        CertificateLinks.download(terms, certificate, issued.verifyUuid()),
                        certificate.modifiedAt()),
                tell.cause());
    }
}
