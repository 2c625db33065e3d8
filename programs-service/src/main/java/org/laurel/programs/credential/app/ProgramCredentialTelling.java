package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;
import org.laurel.kit.reconcile.Listing;
import org.laurel.kit.reconcile.ReconcileSource;
import org.laurel.programs.catalogue.db.StoredProgramQuery;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.StoredProgram;
import org.laurel.programs.credential.db.ProgramCredentialStore;
import org.laurel.programs.credential.db.ProgramCredentialStore.Subject;
import org.laurel.programs.credential.domain.CredentialFact;
import org.laurel.programs.credential.domain.ProgramCredential;

/** Tells of program credentials once more, of those that hold and of those that no longer do. */
@ApplicationScoped
class ProgramCredentialTelling implements ReconcileSource {

    /** What came and went before anybody was told has never been awarded to others. */
    private static final String TOLD =
            "(t.status = 'awarded' or exists (select from program_credential_history was where was.learner_id = t.learner_id"
                    + " and was.program_uuid = t.program_uuid and was.status = 'awarded'))";

    private static final Listing LISTING = new Listing(
            "program_credential",
            List.of(Listing.Key.text("learner_id"), new Listing.Key("program_uuid", "uuid")),
            Listing.NOT_RETIRED + " and " + TOLD,
            Listing.LEARNERS,
            "t.program_uuid in (select r.program_uuid from program_course_run r where r.course_key = ?)",
            Listing.history("program_credential", "learner_id", "program_uuid"));

    private final KeyLocks locks;
    private final ProgramCredentialStore credentials;
    private final StoredProgramQuery programs;
    private final Outbox outbox;

    ProgramCredentialTelling(
            KeyLocks locks, ProgramCredentialStore credentials, StoredProgramQuery programs, Outbox outbox) {
        this.locks = locks;
        this.credentials = credentials;
        this.programs = programs;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "program_credentials";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Listing listing() {
        return LISTING;
    }

    @Override
    public int tell(List<List<String>> keys, Cause cause) {
        locks.lock(keys.stream().map(List::getFirst).toList());
        List<Subject> wanted = keys.stream()
                .map(key -> new Subject(new LearnerId(key.get(0)), UUID.fromString(key.get(1))))
                .toList();
        List<UUID> uuids = wanted.stream().map(Subject::programUuid).distinct().toList();
        Map<Subject, ProgramCredential> found = credentials.load(
                wanted.stream().map(Subject::learnerId).distinct().toList(), uuids);
        Map<UUID, StoredProgram> known = programs.load(uuids);
        List<CredentialFact> facts = wanted.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(credential -> told(
                        credential,
                        Objects.requireNonNull(known.get(credential.programUuid()))
                                .program(),
                        cause))
                .toList();
        outbox.append(facts);
        return facts.size();
    }

    private static CredentialFact told(ProgramCredential credential, Program program, Cause cause) {
        return switch (credential.standing().status()) {
            case AWARDED -> new CredentialFact.ProgramAwarded(credential, program, cause);
            case REVOKED -> new CredentialFact.ProgramRevoked(credential, program, cause);
        };
    }
}
