package org.laurel.enrollment.entitlement.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.ModeRules;
import org.laurel.enrollment.entitlement.domain.EntitlementCommand.Amend;
import org.laurel.enrollment.entitlement.domain.EntitlementCommand.Grant;
import org.laurel.enrollment.entitlement.domain.EntitlementOutcome.Changed;
import org.laurel.enrollment.entitlement.domain.EntitlementOutcome.Refused;
import org.laurel.enrollment.entitlement.domain.EntitlementOutcome.Unchanged;
import org.laurel.events.key.CourseKey;

/**
 * The rules of entitlements (enrollment, entitlements): one active entitlement for a learner and course, of which only the
 * newest one changes, and no use for a course run that nobody has told.
 */
public final class EntitlementRules {

    private EntitlementRules() {}

    /** Judges a command by what is known. */
    public static EntitlementOutcome decide(EntitlementCommand command, EntitlementFacts facts) {
        return switch (command) {
            case Grant grant -> granted(grant, facts);
            case Amend amend -> amended(amend, facts);
        };
    }

    private static EntitlementOutcome granted(Grant grant, EntitlementFacts facts) {
        if (!facts.isLearnerKnown()) {
            return new Refused(EntitlementRefusal.LEARNER_UNKNOWN);
        }
        Entitlement newest = facts.newest();
        if (newest != null && newest.terms().isActive()) {
            return holds(newest.terms(), grant.terms())
                    ? new Unchanged(newest)
                    : new Refused(EntitlementRefusal.ALREADY_ENTITLED);
        }
        EntitlementRefusal objection = objection(grant, grant.terms(), facts);
        if (objection != null) {
            return new Refused(objection);
        }
        long version = newest == null ? 1 : newest.version() + 1;
        return new Changed(
                null, new Entitlement(grant.id(), grant.key(), grant.terms(), grant.at(), version, grant.at()));
    }

    private static EntitlementOutcome amended(Amend amend, EntitlementFacts facts) {
        Entitlement current = facts.newest();
        if (current == null || !current.id().equals(amend.id())) {
            return new Refused(EntitlementRefusal.SUPERSEDED);
        }
        EntitlementTerms terms = current.terms().taking(amend.given(), amend.terms());
        if (terms.equals(current.terms())) {
            return new Unchanged(current);
        }
        EntitlementRefusal objection = objection(amend, terms, facts);
        if (objection != null) {
            return new Refused(objection);
        }
        boolean isUsedNow = !Objects.equals(terms.courseKey(), current.terms().courseKey());
        if (isUsedNow
                && terms.courseKey() != null
                && !terms.isActive()
                && !current.terms().isActive()) {
            return new Refused(EntitlementRefusal.EXPIRED);
        }
        return new Changed(current, current.changed(terms, amend.at()));
    }

    /** Whether an active entitlement gives what is asked for; what is not asked for does not matter. */
    private static boolean holds(EntitlementTerms active, EntitlementTerms asked) {
        return active.mode().equals(asked.mode())
                && (asked.courseKey() == null || asked.courseKey().equals(active.courseKey()))
                && (asked.orderNumber() == null || asked.orderNumber().equals(active.orderNumber()));
    }

    private static @Nullable EntitlementRefusal objection(
            EntitlementCommand command, EntitlementTerms terms, EntitlementFacts facts) {
        if (!ModeRules.SLUGS.contains(terms.mode())) {
            return EntitlementRefusal.MODE_UNKNOWN;
        }
        if (terms.expiredAt() != null && terms.expiredAt().isAfter(command.at())) {
            return EntitlementRefusal.EXPIRY_AHEAD;
        }
        CourseKey told = command.terms().courseKey();
        boolean isTold = told != null && told.equals(terms.courseKey());
        return isTold && !facts.courseRuns().contains(told) ? EntitlementRefusal.COURSE_RUN_UNKNOWN : null;
    }
}
