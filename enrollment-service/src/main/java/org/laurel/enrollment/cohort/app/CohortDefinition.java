package org.laurel.enrollment.cohort.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.cohort.db.CohortTable;
import org.laurel.enrollment.cohort.domain.Cohort;
import org.laurel.enrollment.cohort.domain.CohortCommand;
import org.laurel.enrollment.cohort.domain.CohortCommand.Amend;
import org.laurel.enrollment.cohort.domain.CohortCommand.Create;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.CohortOutcome;
import org.laurel.enrollment.cohort.domain.CohortOutcome.Done;
import org.laurel.enrollment.cohort.domain.CohortRules;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;

/** Makes and changes cohorts. Members hear of a new name by a job. */
@ApplicationScoped
public class CohortDefinition {

    /** The kind of the job that tells members of a cohort its new name. */
    static final String TELL_NAME = "tell-cohort-name";

    private final KeyLocks locks;
    private final CohortTable table;
    private final Jobs jobs;

    CohortDefinition(KeyLocks locks, CohortTable table, Jobs jobs) {
        this.locks = locks;
        this.table = table;
        this.jobs = jobs;
    }

    /** The subject of the job: course keys hold no blanks. */
    static String subject(CohortKey key) {
        return key.courseKey() + " " + key.id();
    }

    static CohortKey key(String subject) {
        int blank = subject.indexOf(' ');
        return new CohortKey(new CourseKey(subject.substring(0, blank)), Long.parseLong(subject.substring(blank + 1)));
    }

    /** Applies the commands in order and returns an outcome for each. */
    @Transactional
    public List<CohortOutcome> apply(List<CohortCommand> commands) {
        List<CourseKey> courseKeys =
                commands.stream().map(CohortCommand::courseKey).distinct().toList();
        locks.change(CohortLocks.of(courseKeys));
        Map<CohortKey, Cohort> cohorts = new HashMap<>();
        table.ofCourses(courseKeys).forEach(cohort -> cohorts.put(cohort.key(), cohort));
        List<Long> ids = table.ids(
                (int) commands.stream().filter(Create.class::isInstance).count());

        Map<CohortKey, CohortTable.Change> changes = new LinkedHashMap<>();
        int[] used = {0};
        List<CohortOutcome> outcomes = commands.stream()
                .map(command -> {
                    CohortKey key = switch (command) {
                        case Create create -> new CohortKey(create.courseKey(), ids.get(used[0]++));
                        case Amend amend -> amend.key();
                    };
                    CohortOutcome outcome = CohortRules.decide(command, key, cohorts.values());
                    if (outcome instanceof Done done) {
                        take(cohorts.put(key, done.cohort()), done.cohort(), command, changes);
                    }
                    return outcome;
                })
                .toList();
        table.save(List.copyOf(changes.values()));
        return outcomes;
    }

    private void take(
            @Nullable Cohort before, Cohort after, CohortCommand command, Map<CohortKey, CohortTable.Change> changes) {
        if (after.equals(before)) {
            return;
        }
        changes.put(after.key(), new CohortTable.Change(after, command.cause()));
        if (before != null && !before.name().equals(after.name())) {
            jobs.submit(TELL_NAME, subject(after.key()), command.cause().by());
        }
    }
}
