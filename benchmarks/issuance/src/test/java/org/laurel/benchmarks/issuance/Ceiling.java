package org.laurel.benchmarks.issuance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.laurel.certificates.issuance.db.CaseStore;
import org.laurel.certificates.issuance.db.CertificateTable;
import org.laurel.certificates.issuance.db.FactLog;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateCommand;
import org.laurel.certificates.issuance.domain.CertificateFile;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.CourseRecord;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand.TakeIn;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.issuance.domain.Presentation;
import org.laurel.certificates.issuance.domain.Reason;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.events.Topic;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.inbox.Claim;
import org.laurel.kit.inbox.Inbox;
import org.laurel.kit.outbox.OutboxLine;
import org.laurel.kit.outbox.OutboxTable;

/**
 * The ceiling: the same rows, written by the same statements in batches of the same size, with triggers and commit, but from
 * memory. No broker, no reading, no locks, no rules, no JSON.
 */
@ApplicationScoped
class Ceiling {

    private static final BigDecimal GRADE = new BigDecimal("0.88");

    private final Inbox inbox;
    private final FactLog facts;
    private final CaseStore cases;
    private final CertificateTable certificates;
    private final OutboxTable outbox;

    Ceiling(Inbox inbox, FactLog facts, CaseStore cases, CertificateTable certificates, OutboxTable outbox) {
        this.inbox = inbox;
        this.facts = facts;
        this.cases = cases;
        this.certificates = certificates;
        this.outbox = outbox;
    }

    /** The rows of one transaction. */
    record Batch(
            List<Claim> claims,
            List<TakeIn> facts,
            List<CaseStore.Folded> standings,
            List<CertificateTable.Written> certificates,
            List<OutboxLine> events) {

        private static Batch empty() {
            return new Batch(
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** Prepares rows for learners 0 to count - 1; the bodies of the events are as long as the service's. */
    static List<Batch> prepare(int count, int size, String body) {
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < count; from += size) {
            Batch batch = Batch.empty();
            for (int number = from; number < Math.min(count, from + size); number++) {
                addClaimed(batch, Seed.learner(number), body);
            }
            batches.add(batch);
        }
        return batches;
    }

    /** Prepares the rows that a chunk of a generation run writes for the learners between two numbers. */
    static Batch prepareChunk(int from, int to, Instant askedAt, String factId, String body) {
        Batch batch = Batch.empty();
        FactOrder order = new FactOrder(askedAt, FactOrder.NO_SEQUENCE, Fact.Requested.KIND, "/certificates", factId);
        Fact asked = new Fact.Requested(order, CertificateCommand.GENERATE, GenerationMode.BATCH);
        for (int number = from; number < to; number++) {
            add(batch, Seed.learner(number), asked, Cause.of("/bench", factId), body);
        }
        return batch;
    }

    /** Writes the batches, each in a transaction. */
    void write(List<Batch> batches) {
        batches.forEach(this::write);
    }

    /** Writes one batch in a transaction. */
    void write(Batch batch) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (!batch.claims().isEmpty()) {
                inbox.claim(batch.claims());
            }
            facts.append(batch.facts());
            cases.saveStandings(batch.standings());
            certificates.save(batch.certificates());
            outbox.insert(batch.events());
        });
    }

    private static void addClaimed(Batch batch, LearnerId id, String body) {
        String eventId = Rounds.eventId(id);
        FactOrder order =
                new FactOrder(Rounds.PASSED_AT, FactOrder.NO_SEQUENCE, Fact.PassingStatus.KIND, Rounds.SOURCE, eventId);
        batch.claims()
                .add(Claim.of(
                        Rounds.SOURCE,
                        eventId,
                        Instant.now(),
                        Instant.now(),
                        id.value().getBytes(StandardCharsets.UTF_8)));
        add(batch, id, new Fact.PassingStatus(order, true, GRADE), Cause.of(Rounds.SOURCE, eventId), body);
    }

    private static void add(Batch batch, LearnerId id, Fact fact, Cause cause, String body) {
        CaseKey key = new CaseKey(id, Seed.COURSE);
        Instant at = fact.order().occurredAt();
        Certificate certificate = new Certificate(
                CertificateStatus.DOWNLOADABLE,
                "verified",
                "0.88",
                "Learner " + id,
                Reason.PASSED,
                GenerationMode.BATCH,
                true,
                CertificateFile.NONE,
                at,
                at);
        Standing standing = new Standing("verified", true, true, GRADE, false, false, false, null);
        CourseRecord record = new CourseRecord(standing, certificate, fact.order(), 1, 1);
        batch.facts().add(new TakeIn(key, fact, null, cause));
        batch.standings().add(new CaseStore.Folded(key, record, null));
        batch.certificates()
                .add(new CertificateTable.Written(
                        key,
                        new Issued(certificate, at, null, "0".repeat(24) + id.value(), 1),
                        new Presentation(1, null, null, null),
                        cause));
        for (String type : List.of("org.laurel.course-cert.changed.v1", "org.laurel.course-cert.awarded.v1")) {
            batch.events().add(new OutboxLine(Topic.CERTIFICATES, id.value(), type, 1L, cause, body));
        }
    }
}
