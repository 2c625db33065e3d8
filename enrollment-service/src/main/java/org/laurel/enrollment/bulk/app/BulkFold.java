package org.laurel.enrollment.bulk.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.allowed.domain.Allowance;
import org.laurel.enrollment.allowed.domain.AllowedEmail;
import org.laurel.enrollment.allowed.domain.AllowedKey;
import org.laurel.enrollment.audit.domain.EnrollmentState;
import org.laurel.enrollment.audit.domain.ManualEnrollment;
import org.laurel.enrollment.audit.domain.StateTransition;
import org.laurel.enrollment.bulk.domain.BulkAction;
import org.laurel.enrollment.bulk.domain.BulkOrder;
import org.laurel.enrollment.bulk.domain.BulkResult;
import org.laurel.enrollment.bulk.domain.Standing;
import org.laurel.enrollment.enrollment.domain.Enrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome;
import org.laurel.enrollment.enrollment.domain.Refusal;
import org.laurel.events.key.CourseKey;

/** Tells what became of items in their order, and gathers what is to be stored. */
final class BulkFold {

    private final BulkOrder order;
    private final Instant now;
    private final Set<AllowedKey> addresses;
    private final Collection<CourseKey> knownRuns;
    private final Map<EnrollmentKey, Enrollment> inactive;
    private final Iterator<EnrollmentOutcome> outcomes;
    private final Map<AllowedKey, Allowance> allowances = new LinkedHashMap<>();
    private final Set<AllowedKey> withdrawn = new LinkedHashSet<>();
    private final List<ManualEnrollment> audit = new ArrayList<>();

    /**
     * Starts with what is known.
     *
     * @param addresses the items' addresses that are allowed
     * @param knownRuns the known ones among the course runs of addresses that are to be allowed
     * @param inactive enrollments of accounts that are not active, when they are to be enrolled
     * @param outcomes of the items with a command, in order
     */
    BulkFold(
            BulkOrder order,
            Instant now,
            Map<AllowedKey, AllowedEmail> addresses,
            Collection<CourseKey> knownRuns,
            Map<EnrollmentKey, Enrollment> inactive,
            List<EnrollmentOutcome> outcomes) {
        this.order = order;
        this.now = now;
        this.addresses = new HashSet<>(addresses.keySet());
        this.knownRuns = knownRuns;
        this.inactive = inactive;
        this.outcomes = outcomes.iterator();
    }

    List<Allowance> allowances() {
        return List.copyOf(allowances.values());
    }

    Set<AllowedKey> withdrawn() {
        return withdrawn;
    }

    List<ManualEnrollment> audit() {
        return audit;
    }

    BulkResult apply(Named named) {
        BulkResult result = result(named);
        StateTransition transition = result.transition();
        if (transition != null) {
            AllowedKey address = named.address();
            audit.add(new ManualEnrollment(
                    named.learner() == null ? null : named.learner().id().value(),
                    Objects.requireNonNull(named.courseKey()),
                    order.cause().by(),
                    address == null ? "" : address.email(),
                    now,
                    transition,
                    order.cause().reason(),
                    order.role(),
                    order.cause().id()));
        }
        return result;
    }

    private BulkResult result(Named named) {
        // Taken first: every command has an outcome, whatever comes of it.
        EnrollmentOutcome outcome = named.command(order, now).isPresent() ? outcomes.next() : null;
        if (named.courseKey() == null) {
            return BulkResult.refused(named.item(), BulkResult.INVALID_COURSE_KEY);
        }
        AllowedKey address = named.address();
        if (named.learner() == null && address == null) {
            return BulkResult.refused(named.item(), BulkResult.INVALID_IDENTIFIER);
        }
        boolean allowed = address != null && addresses.contains(address);
        if (order.action() == BulkAction.UNENROLL) {
            return unenrolled(named, outcome, address, allowed);
        }
        return outcome == null ? allowed(named, address, allowed) : enrolled(named, outcome, allowed);
    }

    private static BulkResult enrolled(Named named, EnrollmentOutcome outcome, boolean allowed) {
        return switch (outcome) {
            case EnrollmentOutcome.Changed changed ->
                BulkResult.done(
                        named.item(), Standing.of(changed.before(), allowed), Standing.of(changed.after(), allowed));
            case EnrollmentOutcome.Unchanged unchanged -> {
                Standing stays = Standing.of(unchanged.enrollment(), allowed);
                yield BulkResult.done(named.item(), stays, stays);
            }
            case EnrollmentOutcome.Refused refused ->
                BulkResult.refused(named.item(), refused.reason().code());
            case EnrollmentOutcome.Vetoed vetoed -> BulkResult.refused(named.item(), "vetoed");
            case EnrollmentOutcome.Waiting waiting -> throw new IllegalStateException("a request never waits");
        };
    }

    /** Whoever is enrolled without being active stays so and needs no permission. */
    private BulkResult allowed(Named named, @Nullable AllowedKey address, boolean allowed) {
        EnrollmentKey key = named.key();
        Enrollment enrollment = key == null ? null : inactive.get(key);
        Standing before = Standing.of(enrollment, allowed);
        if (before.state() == EnrollmentState.ENROLLED) {
            return BulkResult.done(named.item(), before, before);
        }
        if (address == null) {
            return BulkResult.refused(named.item(), BulkResult.LEARNER_INACTIVE);
        }
        if (!knownRuns.contains(address.courseKey())) {
            return BulkResult.refused(named.item(), Refusal.COURSE_UNKNOWN.code());
        }
        addresses.add(address);
        allowances.put(address, new Allowance(address, order.autoEnroll(), order.cause()));
        return BulkResult.done(named.item(), before, Standing.of(enrollment, true));
    }

    /** Who is not enrolled stays so; a permission ends all the same. */
    private BulkResult unenrolled(
            Named named, @Nullable EnrollmentOutcome outcome, @Nullable AllowedKey address, boolean allowed) {
        if (address != null && addresses.remove(address)) {
            withdrawn.add(address);
        }
        return switch (outcome) {
            case EnrollmentOutcome.Changed changed ->
                BulkResult.done(
                        named.item(), Standing.of(changed.before(), allowed), Standing.of(changed.after(), false));
            case EnrollmentOutcome.Unchanged unchanged ->
                BulkResult.done(
                        named.item(),
                        Standing.of(unchanged.enrollment(), allowed),
                        Standing.of(unchanged.enrollment(), false));
            case null, default -> BulkResult.done(named.item(), Standing.of(null, allowed), Standing.of(null, false));
        };
    }
}
