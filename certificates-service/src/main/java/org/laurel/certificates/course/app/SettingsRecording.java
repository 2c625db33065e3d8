package org.laurel.certificates.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.laurel.certificates.course.db.PolicyLog;
import org.laurel.certificates.course.db.PolicyLog.RunVersion;
import org.laurel.certificates.course.db.SettingsLog;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.ArrivedSettings;
import org.laurel.certificates.course.domain.CourseFact;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;

/**
 * Takes in new versions of course runs' settings; a job then folds them into each learner's certificate. Tells when the dates
 * change on which certificates show, and lets a change of pacing switch the learners' own requests. Source: certificates,
 * signals.
 */
@ApplicationScoped
public class SettingsRecording {

    private final KeyLocks locks;
    private final SettingsLog log;
    private final TermsQuery terms;
    private final PolicyLog policies;
    private final Jobs jobs;
    private final CourseNews news;

    SettingsRecording(
            KeyLocks locks, SettingsLog log, TermsQuery terms, PolicyLog policies, Jobs jobs, CourseNews news) {
        this.locks = locks;
        this.log = log;
        this.terms = terms;
        this.policies = policies;
        this.jobs = jobs;
        this.news = news;
    }

    /** Adds the versions; those that are known already change nothing. */
    @Transactional
    public void apply(List<ArrivedSettings> versions) {
        Map<CourseKey, Cause> causes = new HashMap<>();
        versions.forEach(version -> causes.put(version.courseKey(), version.cause()));
        List<String> keys = causes.keySet().stream().map(CourseKey::value).toList();
        locks.lock(keys);
        // Waits for whoever judges by these settings now; the job finds what they write, and later ones see the new
        // version.
        locks.change(keys);
        Map<CourseKey, TermsHistory> before = terms.histories(causes.keySet());
        Set<CourseKey> changed = Set.copyOf(log.append(versions));
        if (changed.isEmpty()) {
            return;
        }
        Map<CourseKey, TermsHistory> after = terms.histories(changed);
        List<CourseFact> told = new ArrayList<>();
        List<RunVersion> paced = new ArrayList<>();
        after.forEach((key, history) -> {
            Cause cause = Objects.requireNonNull(causes.get(key));
            CourseSettings old =
                    Objects.requireNonNull(before.get(key)).newest().settings();
            CourseSettings now = Objects.requireNonNull(history.newest().settings());
            if (old != null && now.showsOtherwiseThan(old)) {
                told.add(new CourseFact.DatesChanged(key, now, cause));
            }
            if (old != null && old.selfPaced() != now.selfPaced()) {
                RunPolicy then = history.at(now.order()).run();
                RunPolicy newest = history.newest().run();
                paced.add(new RunVersion(key, then.withSelfGeneration(now.selfPaced(), now.occurredAt()), cause));
                // Staff have changed something else since then: that stays, and so does what they said of this.
                boolean untouched = then.selfGenerationEnabled() == newest.selfGenerationEnabled();
                if (newest.occurredAt().isAfter(now.occurredAt()) && untouched) {
                    paced.add(new RunVersion(
                            key, newest.withSelfGeneration(now.selfPaced(), newest.occurredAt()), cause));
                }
            }
            jobs.submit(TermsFolding.JOB, key.value(), "course-run.changed");
        });
        policies.appendRuns(paced);
        news.apply(told);
    }
}
