package org.laurel.enrollment.allowed.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.enrollment.allowed.db.AllowedTable;
import org.laurel.enrollment.allowed.domain.Allowance;
import org.laurel.enrollment.allowed.domain.AllowedEmail;
import org.laurel.enrollment.allowed.domain.AllowedKey;
import org.laurel.enrollment.allowed.domain.AllowingOutcome;
import org.laurel.enrollment.course.db.CourseQueries;
import org.laurel.events.key.CourseKey;

/** Allows email addresses to enroll. Nobody else is told, so no key of another service is locked. */
@ApplicationScoped
public class EmailAllowing {

    private final AllowedTable table;
    private final CourseQueries courses;
    private final Clock clock;

    EmailAllowing(AllowedTable table, CourseQueries courses, Clock clock) {
        this.table = table;
        this.courses = courses;
        this.clock = clock;
    }

    /** Allows what is not allowed yet, and returns an outcome for each command. */
    @Transactional
    public List<AllowingOutcome> apply(List<Allowance> commands) {
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
}
