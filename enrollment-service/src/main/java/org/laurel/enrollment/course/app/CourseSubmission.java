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
import org.laurel.enrollment.course.domain.CourseRules;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.SubmitCourseRun;
import org.laurel.enrollment.fact.db.NewestFacts;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Takes in course runs. A new one is followed by a job that sees to whatever has waited for it. */
@ApplicationScoped
public class CourseSubmission {

    /** The kind of the job that follows a course run's becoming known, or its modes' doing so. Its subject is the key. */
    public static final String JOB = "follow-course-run";

    private final KeyLocks locks;
    private final CourseQueries courses;
    private final CourseDirectory directory;
    private final NewestFacts newestFacts;
    private final Outbox outbox;
    private final Jobs jobs;

    CourseSubmission(
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
    public List<CourseOutcome> apply(List<SubmitCourseRun> commands) {
        List<CourseKey> keys =
                commands.stream().map(SubmitCourseRun::key).distinct().toList();
        List<String> texts = keys.stream().map(CourseKey::value).toList();
        locks.lock(texts);
        // An enrollment that does not know the run now is stored as waiting before we go on, and then the job finds it.
        locks.change(texts);
        Map<CourseKey, CourseRun> runs = courses.of(keys);
        Map<Subject, FactOrder> newest =
                newestFacts.of(keys.stream().map(Subject::courseRun).toList());

        List<CourseOutcome> outcomes = new ArrayList<>(commands.size());
        Map<Subject, FactOrder> places = new HashMap<>();
        for (SubmitCourseRun command : commands) {
            Subject subject = Subject.courseRun(command.key());
            FactOrder known = newest.get(subject);
            CourseOutcome outcome = CourseRules.decide(runs.get(command.key()), known, command);
            outcomes.add(outcome);
            if (outcome instanceof Changed changed) {
                runs.put(command.key(), changed.after());
                save(changed, command);
            }
            FactOrder place = command.time().placeAfter(known);
            if (known == null || place.isAfter(known)) {
                newest.put(subject, place);
                places.put(subject, place);
            }
        }
        newestFacts.keep(places);
        return outcomes;
    }

    private void save(Changed changed, SubmitCourseRun command) {
        directory.save(changed.after(), command.cause());
        outbox.append(changed.news());
        if (changed.before() == null) {
            jobs.submit(JOB, command.key().value(), command.cause().by());
        }
    }
}
