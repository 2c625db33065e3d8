package org.laurel.enrollment.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.course.db.CourseDirectory;
import org.laurel.enrollment.course.db.CourseQueries;
import org.laurel.enrollment.course.domain.CourseOutcome;
import org.laurel.enrollment.course.domain.CourseOutcome.Changed;
import org.laurel.enrollment.course.domain.CourseOutcome.Unknown;
import org.laurel.enrollment.course.domain.CourseRules;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.ReplaceModes;
import org.laurel.enrollment.fact.db.NewestFacts;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Replaces course runs' modes. The first list is followed by the same job as a new course run. */
@ApplicationScoped
public class ModeReplacement {

    private final KeyLocks locks;
    private final CourseQueries courses;
    private final CourseDirectory directory;
    private final NewestFacts newestFacts;
    private final Outbox outbox;
    private final Jobs jobs;

    ModeReplacement(
            KeyLocks locks,
            CourseQueries courses,
            CourseDirectory directory,
            NewestFacts newestFacts,
            Outbox outbox,
            Jobs jobs) {
        this.locks = locks;
        this.courses = courses;
        this.directory = directory;
        this.newestFacts = newestFacts;
        this.outbox = outbox;
        this.jobs = jobs;
    }

    /** Applies the commands in order and returns an outcome for each. */
    @Transactional
    public List<CourseOutcome> apply(List<ReplaceModes> commands) {
        List<CourseKey> keys =
                commands.stream().map(ReplaceModes::key).distinct().toList();
        List<String> texts = keys.stream().map(CourseKey::value).toList();
        locks.lock(texts);
        // Nobody may be enrolling by the old modes now.
        locks.change(texts);
        Map<CourseKey, CourseRun> runs = courses.of(keys);
        Map<Subject, FactOrder> newest =
                newestFacts.of(keys.stream().map(Subject::courseModes).toList());

        List<CourseOutcome> outcomes = new ArrayList<>(commands.size());
        Map<Subject, FactOrder> places = new HashMap<>();
        for (ReplaceModes command : commands) {
            Subject subject = Subject.courseModes(command.key());
            FactOrder known = newest.get(subject);
            FactOrder place = command.time().placeAfter(known);
            CourseOutcome outcome = CourseRules.decide(runs.get(command.key()), known, command);
            outcomes.add(outcome);
            if (outcome instanceof Changed changed) {
                runs.put(command.key(), changed.after());
                save(changed, place, command);
            }
            if (!(outcome instanceof Unknown) && (known == null || place.isAfter(known))) {
                newest.put(subject, place);
                places.put(subject, place);
            }
        }
        newestFacts.keep(places);
        return outcomes;
    }

    private void save(Changed changed, FactOrder place, ReplaceModes command) {
        directory.saveModes(changed.after(), place.occurredAt(), command.cause());
        outbox.append(changed.news());
        if (changed.before() != null && !changed.before().areModesTold()) {
            jobs.submit(
                    CourseSubmission.JOB, command.key().value(), command.cause().by());
        }
    }
}
