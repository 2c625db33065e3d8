package org.laurel.benchmarks.awarding;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.laurel.events.Topic;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.inbox.Claim;
import org.laurel.kit.inbox.Inbox;
import org.laurel.kit.outbox.OutboxLine;
import org.laurel.kit.outbox.OutboxTable;
import org.laurel.programs.credential.db.CertificateLog;
import org.laurel.programs.credential.db.CourseCredentialStore;
import org.laurel.programs.credential.db.ProgramCredentialStore;
import org.laurel.programs.credential.db.ProgramCredentialStore.Written;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.CourseChange;
import org.laurel.programs.credential.domain.CourseCredential;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.CredentialStatus;
import org.laurel.programs.credential.domain.ProgramCredential;
import org.laurel.programs.credential.domain.ProgramStanding;
import org.laurel.programs.credential.domain.Reason;
import org.laurel.programs.credential.domain.TakeCertificate;
import org.laurel.programs.learner.db.LearnerDirectory;

/**
 * The ceiling: the same rows, written by the same statements in batches of the same size, with triggers and commit, but from
 * memory. No broker, no reading, no locks, no rules, no JSON.
 */
@ApplicationScoped
class Ceiling {

    private final Inbox inbox;
    private final LearnerDirectory learners;
    private final CertificateLog certificates;
    private final CourseCredentialStore courses;
    private final ProgramCredentialStore programs;
    private final OutboxTable outbox;

    Ceiling(
            Inbox inbox,
            LearnerDirectory learners,
            CertificateLog certificates,
            CourseCredentialStore courses,
            ProgramCredentialStore programs,
            OutboxTable outbox) {
        this.inbox = inbox;
        this.learners = learners;
        this.certificates = certificates;
        this.courses = courses;
        this.programs = programs;
        this.outbox = outbox;
    }

    /** The rows of one transaction. */
    record Batch(
            List<Claim> claims,
            List<TakeCertificate> certificates,
            List<CourseChange> courses,
            List<Written> programs,
            List<OutboxLine> events) {}

    /** Prepares rows for learners 0 to count - 1; the bodies of the events are as long as the service's. */
    static List<Batch> prepare(int count, int size, Map<String, String> bodies) {
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < count; from += size) {
            Batch batch = new Batch(
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int number = from; number < Math.min(count, from + size); number++) {
                add(batch, number, bodies);
            }
            batches.add(batch);
        }
        return batches;
    }

    /** Writes the batches, each in a transaction. */
    void write(List<Batch> batches) {
        for (Batch batch : batches) {
            QuarkusTransaction.requiringNew().run(() -> {
                inbox.claim(batch.claims());
                learners.save(batch.certificates().stream()
                        .map(TakeCertificate::learner)
                        .toList());
                certificates.append(batch.certificates());
                courses.save(batch.courses());
                programs.save(batch.programs());
                outbox.insert(batch.events());
            });
        }
    }

    private static void add(Batch batch, int number, Map<String, String> bodies) {
        LearnerId id = Seed.learner(number);
        Instant at = Rounds.GRANTED_AT;
        CaseKey key = new CaseKey(id, Seed.SECOND);
        Cause cause = Cause.of(Rounds.SOURCE, Rounds.eventId(id));
        batch.claims()
                .add(Claim.of(
                        Rounds.SOURCE,
                        Rounds.eventId(id),
                        Instant.now(),
                        Instant.now(),
                        id.value().getBytes(StandardCharsets.UTF_8)));
        batch.certificates()
                .add(new TakeCertificate(
                        key,
                        new CertificateVersion(1, "downloadable", "verified", at, at),
                        Seed.account(number),
                        cause));
        CourseStanding standing = new CourseStanding(CredentialStatus.AWARDED, "verified", at, at, at, at);
        batch.courses()
                .add(new CourseChange(null, new CourseCredential(key, UUID.randomUUID(), at, standing, 1), cause));
        ProgramStanding earned = new ProgramStanding(CredentialStatus.AWARDED, at, Reason.COURSES_COMPLETED, at, at);
        batch.programs()
                .add(new Written(new ProgramCredential(id, Seed.PROGRAM, UUID.randomUUID(), earned, earned, 1), cause));
        bodies.forEach((type, body) ->
                batch.events().add(new OutboxLine(Topic.PROGRAM_CREDENTIALS, id.value(), type, 1L, cause, body)));
    }
}
