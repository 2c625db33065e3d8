package org.laurel.enrollment.bulk.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.laurel.enrollment.allowed.db.AllowedTable;
import org.laurel.enrollment.allowed.domain.AllowedEmail;
import org.laurel.enrollment.allowed.domain.AllowedKey;
import org.laurel.enrollment.audit.db.ManualEnrollmentTable;
import org.laurel.enrollment.bulk.domain.BulkAction;
import org.laurel.enrollment.bulk.domain.BulkItem;
import org.laurel.enrollment.bulk.domain.BulkOrder;
import org.laurel.enrollment.bulk.domain.BulkResult;
import org.laurel.enrollment.course.db.CourseQueries;
import org.laurel.enrollment.enrollment.app.Enrolling;
import org.laurel.enrollment.enrollment.db.EnrollmentTable;
import org.laurel.enrollment.enrollment.domain.Enrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.learner.app.AddressKeeping;
import org.laurel.enrollment.learner.db.IdentifierQuery;
import org.laurel.enrollment.learner.domain.Identified;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;

/**
 * Enrolls or unenrolls everybody whom a list names, as instructors do by hand: neither window nor seats matter. Whoever has no
 * active account is allowed to enroll. A fixed number of statements, however long the list; each step is written down in the
 * manual enrollment audit. Source: enrollment, manual enrollment audit.
 */
@ApplicationScoped
public class BulkEnrolling {

    private final KeyLocks locks;
    private final IdentifierQuery identifiers;
    private final CourseQueries courses;
    private final EnrollmentTable enrollments;
    private final Enrolling enrolling;
    private final AddressKeeping keeping;
    private final AllowedTable allowed;
    private final ManualEnrollmentTable audit;
    private final Clock clock;

    BulkEnrolling(
            KeyLocks locks,
            IdentifierQuery identifiers,
            CourseQueries courses,
            EnrollmentTable enrollments,
            Enrolling enrolling,
            AddressKeeping keeping,
            AllowedTable allowed,
            ManualEnrollmentTable audit,
            Clock clock) {
        this.locks = locks;
        this.identifiers = identifiers;
        this.courses = courses;
        this.enrollments = enrollments;
        this.enrolling = enrolling;
        this.keeping = keeping;
        this.allowed = allowed;
        this.audit = audit;
        this.clock = clock;
    }

    /** Works the items off in order and returns a result for each. */
    @Transactional
    public List<BulkResult> apply(BulkOrder order, List<BulkItem> items) {
        Instant now = clock.instant();
        List<Named> named = kept(order, items, locked(items));
        Map<AllowedKey, AllowedEmail> addresses = addresses(named);
        List<? extends EnrollmentCommand> commands = named.stream()
                .flatMap(each -> each.command(order, now).stream())
                .toList();
        BulkFold fold = new BulkFold(
                order, now, addresses, knownRuns(order, named), inactive(order, named), enrolling.apply(commands));
        List<BulkResult> results = named.stream().map(fold::apply).toList();
        allowed.save(fold.allowances(), now);
        allowed.delete(fold.withdrawn(), order.cause());
        audit.add(fold.audit());
        return results;
    }

    /** Names them while nobody changes them: who becomes active until their key is locked is named anew. */
    private List<Named> locked(List<BulkItem> items) {
        List<Named> named = named(items);
        Set<String> held = new HashSet<>();
        while (held.addAll(keys(named))) {
            locks.lock(held);
            named = named(items);
        }
        return named;
    }

    private static Set<String> keys(List<Named> named) {
        return named.stream()
                .map(Named::learner)
                .filter(Objects::nonNull)
                .map(learner -> Objects.requireNonNull(learner).id().value())
                .collect(Collectors.toSet());
    }

    /** Until the end nobody comes to have an address that is to be enrolled by itself; who came before is named. */
    private List<Named> kept(BulkOrder order, List<BulkItem> items, List<Named> named) {
        List<String> emails = named.stream()
                .filter(Named::needsAddress)
                .map(Named::address)
                .flatMap(key -> key == null ? Stream.of() : Stream.of(key.email()))
                .distinct()
                .toList();
        if (order.action() != BulkAction.ENROLL || !order.autoEnroll() || emails.isEmpty()) {
            return named;
        }
        keeping.apply(emails);
        List<Named> again = named(items);
        return IntStream.range(0, named.size())
                .mapToObj(i -> (named.get(i).needsAddress() ? again : named).get(i))
                .toList();
    }

    /** The enrollments of inactive accounts: these need no permission. */
    private Map<EnrollmentKey, Enrollment> inactive(BulkOrder order, List<Named> named) {
        Set<EnrollmentKey> keys = order.action() == BulkAction.UNENROLL
                ? Set.of()
                : named.stream()
                        .filter(Named::needsAddress)
                        .map(Named::key)
                        .flatMap(key -> key == null ? Stream.of() : Stream.of(key))
                        .collect(Collectors.toSet());
        return keys.isEmpty() ? Map.of() : enrollments.find(keys);
    }

    private List<Named> named(List<BulkItem> items) {
        List<String> words = items.stream()
                .map(BulkItem::identifier)
                .filter(Named::isReadable)
                .distinct()
                .toList();
        Map<String, Identified> learners = identifiers.find(words);
        return items.stream()
                .map(item -> Named.of(item, learners.get(item.identifier())))
                .toList();
    }

    private Map<AllowedKey, AllowedEmail> addresses(List<Named> named) {
        return allowed.find(named.stream()
                .map(Named::address)
                .flatMap(key -> key == null ? Stream.of() : Stream.of(key))
                .collect(Collectors.toSet()));
    }

    /** Only addresses need it: enrollments are judged by their own rules. */
    private List<CourseKey> knownRuns(BulkOrder order, List<Named> named) {
        List<CourseKey> asked = order.action() == BulkAction.UNENROLL
                ? List.of()
                : named.stream()
                        .filter(Named::needsAddress)
                        .flatMap(each -> each.courseKey() == null ? Stream.of() : Stream.of(each.courseKey()))
                        .distinct()
                        .toList();
        return asked.isEmpty() ? List.of() : List.copyOf(courses.of(asked).keySet());
    }
}
