package org.laurel.enrollment.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.db.CourseQueries;
import org.laurel.enrollment.course.domain.CourseCommand;
import org.laurel.enrollment.course.domain.CourseOutcome;
import org.laurel.enrollment.course.domain.CourseOutcome.Changed;
import org.laurel.enrollment.course.domain.CourseOutcome.Unknown;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.fact.db.NewestFacts;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Applies commands about course runs in order, in the caller's transaction. What they are about differs by kind. */
@ApplicationScoped
class CourseFold {

    private final KeyLocks locks;
    private final CourseQueries courses;
    private final NewestFacts newestFacts;
    private final Outbox outbox;
    private final Jobs jobs;

    CourseFold(KeyLocks locks, CourseQueries courses, NewestFacts newestFacts, Outbox outbox, Jobs jobs) {
        this.locks = locks;
        this.courses = courses;
        this.newestFacts = newestFacts;
        this.outbox = outbox;
        this.jobs = jobs;
    }

    /** One kind of commands: which facts compete, the rule, and how a change is stored. */
    record Kind<C extends CourseCommand>(Function<CourseKey, Subject> subject, Rule<C> rule, Store<C> store) {}

    /** Decides what a command changes. */
    interface Rule<C> {
        CourseOutcome decide(@Nullable CourseRun current, @Nullable FactOrder newest, C command);
    }

    /** Stores a change that holds since the place. */
    interface Store<C> {
        void save(Changed change, FactOrder place, C command);
    }

    <C extends CourseCommand> List<CourseOutcome> apply(List<C> commands, Kind<C> kind) {
        List<CourseKey> keys =
                commands.stream().map(CourseCommand::key).distinct().toList();
        List<String> texts = keys.stream().map(CourseKey::value).toList();
        locks.lock(texts);
        // Nobody may be enrolling by the old state now: an enrollment that does not know the run is stored as waiting
        // before
        // we go on, and then the job finds it.
        locks.change(texts);
        Map<CourseKey, CourseRun> runs = courses.of(keys);
        Map<Subject, FactOrder> newest =
                newestFacts.of(keys.stream().map(kind.subject()).toList());

        List<CourseOutcome> outcomes = new ArrayList<>(commands.size());
        Map<Subject, FactOrder> places = new HashMap<>();
        for (C command : commands) {
            Subject subject = kind.subject().apply(command.key());
            FactOrder known = newest.get(subject);
            FactOrder place = command.time().placeAfter(known);
            CourseOutcome outcome = kind.rule().decide(runs.get(command.key()), known, command);
            outcomes.add(outcome);
            if (outcome instanceof Changed changed) {
                runs.put(command.key(), changed.after());
                kind.store().save(changed, place, command);
                tell(changed, command);
            }
            if (!(outcome instanceof Unknown) && (known == null || place.isAfter(known))) {
                newest.put(subject, place);
                places.put(subject, place);
            }
        }
        newestFacts.keep(places);
        return outcomes;
    }

    private void tell(Changed changed, CourseCommand command) {
        outbox.append(changed.news());
        CourseRun before = changed.before();
        boolean modesBecameKnown =
                before != null && !before.areModesTold() && changed.after().areModesTold();
        if (before == null || modesBecameKnown) {
            jobs.submit(
                    CourseSubmission.JOB, command.key().value(), command.cause().by());
        }
    }
}
