package org.laurel.enrollment.allowed.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.allowed.db.AllowedTable;
import org.laurel.enrollment.allowed.domain.Allowance;
import org.laurel.enrollment.allowed.domain.AllowedEmail;
import org.laurel.enrollment.allowed.domain.AllowedKey;
import org.laurel.enrollment.allowed.domain.AllowingOutcome;
import org.laurel.enrollment.course.db.CourseQueries;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.learner.app.AddressKeeping;
import org.laurel.enrollment.learner.db.AddressTable;
import org.laurel.enrollment.learner.domain.Identified;
import org.laurel.events.key.CourseKey;

/**
 * Allows email addresses to enroll. Whoever had an address as an active account before is left alone; whoever comes to have one
 * that is to be enrolled by itself in the moment in which it is allowed is enrolled.
 */
@ApplicationScoped
public class EmailAllowing {

    private final AddressTable addresses;
    private final AddressKeeping keeping;
    private final AllowedTable table;
    private final AllowedEnrolling enrolling;
    private final CourseQueries courses;
    private final Clock clock;

    EmailAllowing(
            AddressTable addresses,
            AddressKeeping keeping,
            AllowedTable table,
            AllowedEnrolling enrolling,
            CourseQueries courses,
            Clock clock) {
        this.addresses = addresses;
        this.keeping = keeping;
        this.table = table;
        this.enrolling = enrolling;
        this.courses = courses;
        this.clock = clock;
    }

    /** Allows what is not allowed yet, and returns an outcome for each command. */
    @Transactional
    public List<AllowingOutcome> apply(List<Allowance> commands) {
        List<String> emails = commands.stream()
                .filter(Allowance::autoEnroll)
                .map(command -> command.key().email())
                .distinct()
                .toList();
        Map<String, Identified> before = emails.isEmpty() ? Map.of() : addresses.holders(emails);
        Map<String, Identified> holders = keeping.apply(emails);
        Set<CourseKey> known = courses.of(commands.stream()
                        .map(command -> command.key().courseKey())
                        .distinct()
                        .toList())
                .keySet();
        Map<AllowedKey, Allowance> fresh = new LinkedHashMap<>();
        commands.stream()
                .filter(command -> known.contains(command.key().courseKey()))
                .forEach(command -> fresh.putIfAbsent(command.key(), command));
        Map<AllowedKey, AllowedEmail> added = table.add(List.copyOf(fresh.values()), clock.instant());
        enrollWhoCame(List.copyOf(added.values()), before, holders);
        List<AllowingOutcome> outcomes = new ArrayList<>(commands.size());
        for (Allowance command : commands) {
            AllowedEmail email = added.remove(command.key());
            if (email != null) {
                outcomes.add(new AllowingOutcome.Allowed(email));
            } else if (known.contains(command.key().courseKey())) {
                outcomes.add(new AllowingOutcome.Duplicate());
            } else {
                outcomes.add(new AllowingOutcome.CourseUnknown());
            }
        }
        return outcomes;
    }

    private void enrollWhoCame(
            List<AllowedEmail> added, Map<String, Identified> before, Map<String, Identified> holders) {
        List<EnrollmentKey> keys = new ArrayList<>();
        for (AllowedEmail allowed : added) {
            Identified holder = holders.get(allowed.key().email());
            if (allowed.autoEnroll()
                    && holder != null
                    && holder.isActive()
                    && !wasActive(holder, before.get(allowed.key().email()))) {
                keys.add(new EnrollmentKey(holder.id(), allowed.key().courseKey()));
            }
        }
        if (!keys.isEmpty()) {
            enrolling.apply(keys);
        }
    }

    private static boolean wasActive(Identified holder, @Nullable Identified before) {
        return before != null && before.isActive() && before.id().equals(holder.id());
    }
}
