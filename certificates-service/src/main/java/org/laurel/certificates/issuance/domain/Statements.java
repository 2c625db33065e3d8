package org.laurel.certificates.issuance.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.kit.domain.FactOrder;

/** Takes over a certificate as another system states it. Source: certificates, legacy import. */
public final class Statements {

    private Statements() {}

    /**
     * The facts without the statements that others of the same source have replaced. A source that numbers its statements, as
     * imports do, says the whole certificate each time: the one of the highest number holds, whatever times the others state, so
     * that sending an earlier file again undoes a wrong one. Statements without a number follow one another in time.
     */
    public static <F extends Fact> List<F> inForce(List<F> facts) {
        Map<String, Long> newest = new HashMap<>();
        for (Fact fact : facts) {
            if (isNumbered(fact)) {
                newest.merge(fact.order().source(), fact.order().sequence(), Math::max);
            }
        }
        if (newest.isEmpty()) {
            return facts;
        }
        return facts.stream()
                .filter(fact -> !isNumbered(fact)
                        || fact.order().sequence()
                                == newest.getOrDefault(fact.order().source(), FactOrder.NO_SEQUENCE))
                .toList();
    }

    /** Whether the fact is a statement that replaces earlier ones of its source, or may be replaced by a later one. */
    static boolean isNumbered(Fact fact) {
        return fact instanceof Fact.Stated && fact.order().sequence() != FactOrder.NO_SEQUENCE;
    }

    /** The stated certificate replaces the one that is there; members that it leaves out stay. */
    static Decision apply(Situation situation, StatedCertificate stated) {
        Certificate before = situation.certificate();
        var created = stated.createdAt() != null
                ? stated.createdAt()
                : before == null ? situation.time() : before.createdAt();
        var modified = stated.modifiedAt() == null ? situation.time() : stated.modifiedAt();
        Certificate after = new Certificate(
                stated.status(),
                stated.mode(),
                stated.grade(),
                stated.name() == null ? situation.learner().name() : stated.name(),
                Reason.STATED,
                GenerationMode.BATCH,
                stated.earned(),
                new CertificateFile(stated.downloadUuid(), stated.downloadUrl(), stated.errorReason(), ""),
                created,
                modified);
        boolean sameTimes = before != null
                && before.createdAt().equals(created)
                && (stated.modifiedAt() == null || before.modifiedAt().equals(modified));
        return before != null && before.readsLike(after) && sameTimes
                ? Decision.Unchanged.because("The certificate is as stated already.")
                : new Decision.Changed(after, Reasoning.NONE);
    }
}
