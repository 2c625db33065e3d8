package org.laurel.enrollment.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.db.CourseDirectory;
import org.laurel.enrollment.course.db.CourseQueries;
import org.laurel.enrollment.course.domain.CourseCommand;
import org.laurel.enrollment.course.domain.CourseFact;
import org.laurel.enrollment.course.domain.CourseOutcome;
import org.laurel.enrollment.course.domain.CourseOutcome.Changed;
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

    /** One kind of commands: which facts compete, the rule, and how changes are stored, each course run once. */
    record Kind<C extends CourseCommand>(
            Function<CourseKey, List<Subject>> subjects,
            Rule<C> rule,
            Consumer<Collection<CourseDirectory.Change>> store) {}

    /** Decides what a command changes. */
    interface Rule<C> {
        Decision decide(@Nullable CourseRun current, Map<Subject, FactOrder> newest, C command);
    }

    /** What a command comes to, its place, and which newest facts are to be remembered from now on. */
    record Decision(CourseOutcome outcome, FactOrder place, Map<Subject, FactOrder> learned) {}

    <C extends CourseCommand> List<CourseOutcome> apply(List<C> commands, Kind<C> kind) {
        List<CourseKey> keys =
                commands.stream().map(CourseCommand::key).distinct().toList();
        List<String> texts = keys.stream().map(CourseKey::value).toList();
        locks.lock(texts);
        // Nobody may be enrolling by the old state now: an enrollment that does not know the run is stored as waiting
        // before we go on, and then the job finds it.
        locks.change(texts);
        Map<CourseKey, CourseRun> runs = courses.of(keys);
        Map<Subject, FactOrder> newest = newestFacts.of(keys.stream()
                .flatMap(key -> kind.subjects().apply(key).stream())
                .toList());

        List<CourseOutcome> outcomes = new ArrayList<>(commands.size());
        Map<CourseKey, CourseDirectory.Change> changes = new LinkedHashMap<>();
        Map<Subject, FactOrder> places = new HashMap<>();
        List<CourseFact> news = new ArrayList<>();
        Map<CourseKey, String> followed = new LinkedHashMap<>();
        for (C command : commands) {
            CourseKey key = command.key();
            Decision decision = kind.rule().decide(runs.get(key), newest, command);
            outcomes.add(decision.outcome());
            newest.putAll(decision.learned());
            places.putAll(decision.learned());
            if (decision.outcome() instanceof Changed changed) {
                runs.put(key, changed.after());
                changes.put(
                        key,
                        new CourseDirectory.Change(
                                changed.after(), decision.place().occurredAt(), command.cause()));
                news.addAll(changed.news());
                if (isToBeFollowed(changed)) {
                    followed.put(key, command.cause().by());
                }
            }
        }
        kind.store().accept(changes.values());
        newestFacts.keep(places);
        outbox.append(news);
        follow(followed);
        return outcomes;
    }

    /** Enrollments may wait for a course run to become known, or for one of its modes: told first, or added later. */
    private static boolean isToBeFollowed(Changed changed) {
        CourseRun before = changed.before();
        return before == null || changed.after().modes().mayHaveMoreThan(before.modes());
    }

    private void follow(Map<CourseKey, String> followed) {
        Map<String, List<String>> byAsker = new LinkedHashMap<>();
        followed.forEach((key, by) ->
                byAsker.computeIfAbsent(by, first -> new ArrayList<>()).add(key.value()));
        byAsker.forEach((by, keys) -> jobs.submit(CourseSubmission.JOB, keys, by));
    }
}
