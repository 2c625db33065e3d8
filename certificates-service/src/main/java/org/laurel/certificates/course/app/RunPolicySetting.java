package org.laurel.certificates.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laurel.certificates.course.db.PolicyLog;
import org.laurel.certificates.course.db.PolicyLog.RunVersion;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.CourseFact;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.RunPolicyChange;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;

/**
 * Changes what staff have decided about course runs' certificates. What that newly allows is granted by a job; nothing that was
 * granted is taken back. Setting whether learners may ask themselves is told to others each time it is set, unless the run is
 * observed only. Source: certificates, course settings and tracking events.
 */
@ApplicationScoped
public class RunPolicySetting {

    private final KeyLocks locks;
    private final TermsQuery terms;
    private final PolicyLog log;
    private final Jobs jobs;
    private final CourseNews news;

    RunPolicySetting(KeyLocks locks, TermsQuery terms, PolicyLog log, Jobs jobs, CourseNews news) {
        this.locks = locks;
        this.terms = terms;
        this.log = log;
        this.jobs = jobs;
        this.news = news;
    }

    /** Applies the changes in order and returns the newest policy of each course run. */
    @Transactional
    public Map<CourseKey, RunPolicy> apply(List<RunPolicyChange> changes) {
        List<String> keys =
                changes.stream().map(change -> change.courseKey().value()).toList();
        locks.lock(keys);
        locks.change(keys);
        Map<CourseKey, TermsHistory> histories =
                terms.histories(changes.stream().map(RunPolicyChange::courseKey).toList());
        Map<CourseKey, RunPolicy> newest = new HashMap<>();
        List<RunVersion> versions = new ArrayList<>();
        List<CourseFact> told = new ArrayList<>();
        for (RunPolicyChange change : changes) {
            CourseKey key = change.courseKey();
            RunPolicy before = newest.getOrDefault(
                    key, Objects.requireNonNull(histories.get(key)).newest().run());
            RunPolicy after = change.applyTo(before);
            newest.put(key, after);
            if (!after.decidesLike(before)) {
                versions.add(new RunVersion(key, after, change.cause()));
            }
            if (!after.judgesLike(before)) {
                jobs.submit(TermsFolding.JOB, key.value(), change.cause().by());
            }
            Boolean switched = change.selfGenerationEnabled();
            if (switched != null) {
                told.add(new CourseFact.GenerationSwitched(key, switched, after.occurredAt(), change.cause()));
            }
        }
        log.appendRuns(versions);
        news.apply(told);
        return newest;
    }
}
