package org.laurel.programs.configuration.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.configuration.db.CourseCertificateStore;
import org.laurel.programs.configuration.db.CourseCertificateStore.Written;
import org.laurel.programs.configuration.domain.ConfigureCourse;
import org.laurel.programs.configuration.domain.CourseCertificates;
import org.laurel.programs.configuration.domain.CourseConfigured;
import org.laurel.programs.configuration.domain.CourseConfigured.Saved;

/** Changes how course runs are certified. What another date means for the run's credentials is left to a job. */
@ApplicationScoped
public class CourseConfiguring {

    /** The kind of the job that dates all course credentials of a run anew. Its subject is the course key. */
    public static final String DATING = "course-dating";

    private final KeyLocks locks;
    private final CourseCertificateStore certificates;
    private final Jobs jobs;

    CourseConfiguring(KeyLocks locks, CourseCertificateStore certificates, Jobs jobs) {
        this.locks = locks;
        this.certificates = certificates;
        this.jobs = jobs;
    }

    /** Applies the commands and returns what became of each, in order. */
    @Transactional
    public List<CourseConfigured> apply(List<ConfigureCourse> commands) {
        List<CourseKey> keys =
                commands.stream().map(ConfigureCourse::courseKey).distinct().toList();
        locks.lock(keys.stream().map(CourseKey::value).toList());
        // Whoever dates credentials by what is stored has committed, or waits until we have.
        locks.change(CourseCertificateStore.subjects(keys));
        Map<CourseKey, CourseCertificates> stored = new HashMap<>(certificates.load(keys));
        List<Long> ids = certificates.newIds(commands.size());
        List<CourseConfigured> outcomes = new ArrayList<>();
        Map<Long, Written> written = new LinkedHashMap<>();
        Set<String> redated = new LinkedHashSet<>();
        for (int i = 0; i < commands.size(); i++) {
            ConfigureCourse command = commands.get(i);
            CourseCertificates before = stored.getOrDefault(command.courseKey(), CourseCertificates.NONE);
            CourseConfigured outcome = CourseConfigured.decide(command, before, ids.get(i));
            if (outcome instanceof Saved saved && saved.changes()) {
                stored.put(command.courseKey(), before.with(saved.after()));
                written.put(saved.after().id(), new Written(saved.after(), command.cause()));
                if (saved.redates()) {
                    redated.add(command.courseKey().value());
                }
            }
            outcomes.add(outcome);
        }
        certificates.save(List.copyOf(written.values()));
        if (!redated.isEmpty()) {
            jobs.submit(DATING, redated, commands.getFirst().cause().by());
        }
        return outcomes;
    }
}
