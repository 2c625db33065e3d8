package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;
import org.laurel.kit.reconcile.Listing;
import org.laurel.kit.reconcile.ReconcileSource;
import org.laurel.programs.credential.db.CourseCredentialStore;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CourseCredential;
import org.laurel.programs.credential.domain.CredentialFact;

/** Tells of course credentials once more, of those that hold and of those that no longer do. */
@ApplicationScoped
class CourseCredentialTelling implements ReconcileSource {

    /** What came and went before anybody was told has never been awarded to others. */
    private static final String TOLD =
            "(t.status = 'awarded' or exists (select from course_credential_history was where was.learner_id = t.learner_id"
                    + " and was.course_key = t.course_key and was.status = 'awarded'))";

    private static final Listing LISTING = new Listing(
            "course_credential",
            List.of(Listing.Key.text("learner_id"), Listing.Key.text("course_key")),
            Listing.NOT_RETIRED + " and " + TOLD,
            Listing.LEARNERS,
            Listing.RUN,
            Listing.history("course_credential", "learner_id", "course_key"));

    private final KeyLocks locks;
    private final CourseCredentialStore credentials;
    private final Outbox outbox;

    CourseCredentialTelling(KeyLocks locks, CourseCredentialStore credentials, Outbox outbox) {
        this.locks = locks;
        this.credentials = credentials;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "course_credentials";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Listing listing() {
        return LISTING;
    }

    @Override
    public int tell(List<List<String>> keys, Cause cause) {
        locks.lock(keys.stream().map(List::getFirst).toList());
        List<CaseKey> wanted = keys.stream()
                .map(key -> new CaseKey(new LearnerId(key.get(0)), new CourseKey(key.get(1))))
                .toList();
        Map<CaseKey, CourseCredential> found = credentials.load(
                wanted.stream().map(CaseKey::learnerId).distinct().toList(),
                wanted.stream().map(CaseKey::courseKey).distinct().toList());
        List<CredentialFact> facts = wanted.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(credential -> told(credential, cause))
                .toList();
        outbox.append(facts);
        return facts.size();
    }

    private static CredentialFact told(CourseCredential credential, Cause cause) {
        return switch (credential.standing().status()) {
            case AWARDED -> new CredentialFact.CourseAwarded(credential, cause);
            case REVOKED -> new CredentialFact.CourseRevoked(credential, cause);
        };
    }
}
