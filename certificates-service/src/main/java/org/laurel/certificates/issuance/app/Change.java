package org.laurel.certificates.issuance.app;

import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.app.KnownFacts.Outcome;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.Decision;
import org.laurel.certificates.issuance.domain.Difference;
import org.laurel.certificates.issuance.domain.Reason;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;

/** A case with what it comes to, and what has to be written for that; null when a reader could not see any change. */
record Change(Outcome outcome, @Nullable Difference difference) {

    CaseKey key() {
        return outcome.before().key();
    }

    /** The difference of a case that has one. */
    Difference required() {
        if (difference == null) {
            throw new IllegalStateException("nothing changes");
        }
        return difference;
    }

    Issued next() {
        return required().next();
    }

    /** The certificate afterwards, changed or not; null when there is none. */
    @Nullable Issued issued() {
        return difference == null ? outcome.before().issued() : difference.next();
    }

    /**
     * Whether its page is fixed anew: as the change wants it, or as somebody asks. Who asks and would be granted what is there
     * already gets today's page; a request that is refused, or comes while a file is being made, changes nothing.
     *
     * @param asked whether somebody asks for it
     */
    boolean isPresentedAnew(boolean asked) {
        if (difference != null) {
            return asked || difference.presentsAnew();
        }
        return asked
                && outcome.decision() instanceof Decision.Unchanged same
                && same.isUpToDate()
                && !outcome.terms().newest().isObserved();
    }

    /** The certificate as one whose page is to be fixed. */
    PresentationChoice.Wanted wanted() {
        Issued shown = issued();
        if (shown == null) {
            throw new IllegalStateException("there is no certificate");
        }
        return new PresentationChoice.Wanted(
                key(), shown.certificate().mode(), outcome.terms().newest());
    }

    /**
     * What is noted while the change is withheld: how it differs from what learners have. While nothing is written that is the
     * certificate that another system stated; {@code stated} when the change is no other than to take that over.
     */
    String pending() {
        StatedFacts stated = outcome.stated();
        if (outcome.before().issued() != null || !stated.isPresent()) {
            return kind();
        }
        Certificate next = next().certificate();
        if (next.reason() == Reason.STATED) {
            return "stated";
        }
        return next.earned() == stated.earned() ? "change" : next.earned() ? "award" : "revoke";
    }

    /** What the change does to what is written. */
    String kind() {
        if (required().awards()) {
            return "award";
        }
        return required().revokes() ? "revoke" : "change";
    }
}
