package org.laurel.benchmarks.issuance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.laurel.certificates.issuance.db.CaseStore;
import org.laurel.certificates.issuance.db.CertificateTable;
import org.laurel.certificates.issuance.db.FactLog;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Certificate;
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
            List<OutboxLine> events) {}

    /** Prepares rows for learners 0 to count - 1; the bodies of the events are as long as the service's. */
    static List<Batch> prepare(int count, int size, String body) {
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < count; from += size) {
            Batch batch = new Batch(
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int number = from; number < Math.min(count, from + size); number++) {
                add(batch, Seed.learner(number), body);
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
                facts.append(batch.facts());
                cases.saveStandings(batch.standings());
                certificates.save(batch.certificates());
                outbox.insert(batch.events());
            });
        }
    }

    private static void add(Batch batch, LearnerId id, String body) {
        Instant at = Rounds.PASSED_AT;
        String eventId = Rounds.eventId(id);
        CaseKey key = new CaseKey(id, Seed.COURSE);
        FactOrder order = new FactOrder(at, FactOrder.NO_SEQUENCE, Fact.PassingStatus.KIND, Rounds.SOURCE, eventId);
        Cause cause = Cause.of(Rounds.SOURCE, eventId);
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
        batch.claims()
                .add(Claim.of(
                        Rounds.SOURCE,
                        eventId,
                        Instant.now(),
                        Instant.now(),
                        id.value().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        batch.facts().add(new TakeIn(key, new Fact.PassingStatus(order, true, GRADE), null, cause));
        batch.standings().add(new CaseStore.Folded(key, new CourseRecord(standing, certificate, order, 1, 1), null));
        batch.certificates()
                .add(new CertificateTable.Written(
                        key,
                        new Issued(certificate, at, null, "0".repeat(24) + id.value(), 1),
                        new Presentation(1, null, null),
                        cause));
        for (String type : List.of("org.laurel.course-cert.changed.v1", "org.laurel.course-cert.awarded.v1")) {
            batch.events().add(new OutboxLine(Topic.CERTIFICATES, id.value(), type, 1L, cause, body));
        }
    }
}
