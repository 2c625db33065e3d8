package org.laurel.enrollment.entitlement.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.laurel.enrollment.entitlement.app.Entitling;
import org.laurel.enrollment.entitlement.domain.Entitlement;
import org.laurel.enrollment.entitlement.domain.EntitlementCommand;
import org.laurel.enrollment.entitlement.domain.EntitlementCommand.Amend;
import org.laurel.enrollment.entitlement.domain.EntitlementCommand.Grant;
import org.laurel.enrollment.entitlement.domain.EntitlementKey;
import org.laurel.enrollment.entitlement.domain.EntitlementOutcome;
import org.laurel.enrollment.entitlement.domain.EntitlementRefusal;
import org.laurel.enrollment.entitlement.domain.EntitlementTerms;
import org.laurel.enrollment.entitlement.domain.EntitlementTerms.Member;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Entitles and changes entitlements for the caller, from now on. Refusals end the request with their problem. */
@ApplicationScoped
class EntitlementChanges {

    private final Entitling entitling;
    private final Caller caller;
    private final Clock clock;

    EntitlementChanges(Entitling entitling, Caller caller, Clock clock) {
        this.entitling = entitling;
        this.caller = caller;
        this.clock = clock;
    }

    /** How an entitlement stands after a request, and whether the request made it. */
    record Result(Entitlement entitlement, boolean isNew) {}

    /** Entitles the learner, or finds that this is so already. */
    Result grant(EntitlementKey key, EntitlementTerms terms) {
        return apply(new Grant(UUID.randomUUID(), key, terms, now(), caller.cause()));
    }

    /** Changes the given terms. */
    Result amend(Entitlement entitlement, EntitlementTerms terms, Set<Member> given) {
        return apply(new Amend(entitlement.id(), entitlement.key(), terms, given, now(), caller.cause()));
    }

    /** Ends the entitlement now; one that has expired stays as it is. */
    void expire(Entitlement entitlement) {
        EntitlementTerms terms = entitlement.terms();
        if (terms.isActive()) {
            amend(entitlement, new EntitlementTerms(terms.mode(), null, now(), null), Set.of(Member.EXPIRED_AT));
        }
    }

    private Result apply(EntitlementCommand command) {
        return switch (entitling.apply(List.of(command)).getFirst()) {
            case EntitlementOutcome.Changed changed -> new Result(changed.after(), changed.before() == null);
            case EntitlementOutcome.Unchanged unchanged -> new Result(unchanged.entitlement(), false);
            case EntitlementOutcome.Refused refused -> throw problem(refused.reason());
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ProblemException problem(EntitlementRefusal reason) {
        int status = switch (reason) {
            case LEARNER_UNKNOWN -> 404;
            case COURSE_RUN_UNKNOWN, MODE_UNKNOWN, EXPIRY_AHEAD -> 400;
            case LEARNER_RETIRED, ALREADY_ENTITLED, EXPIRED, SUPERSEDED -> 409;
        };
        return new ProblemException(Problem.of(status, reason.code(), reason.detail()));
    }
}
