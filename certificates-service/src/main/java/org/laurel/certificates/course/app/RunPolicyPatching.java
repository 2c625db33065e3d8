package org.laurel.certificates.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.RunPolicyChange;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Changes course runs' policies, each only if it still is what the one who changes it has seen. */
@ApplicationScoped
public class RunPolicyPatching {

    private final KeyLocks locks;
    private final TermsQuery terms;
    private final RunPolicySetting setting;

    RunPolicyPatching(KeyLocks locks, TermsQuery terms, RunPolicySetting setting) {
        this.locks = locks;
        this.terms = terms;
        this.setting = setting;
    }

    /**
     * A change.
     *
     * @param expected the versions that the caller may have seen, null for any
     */
    public record Patch(RunPolicyChange change, @Nullable Set<Long> expected) {}

    /**
     * Applies the changes in order and returns the policies as they are stored then.
     *
     * @throws ProblemException 412 when a policy is another one than expected; then nothing is changed
     */
    @Transactional
    public Map<CourseKey, RunPolicy> apply(List<Patch> patches) {
        List<CourseKey> keys = patches.stream()
                .map(patch -> patch.change().courseKey())
                .distinct()
                .toList();
        List<String> names = keys.stream().map(CourseKey::value).toList();
        locks.lock(names);
        locks.change(names);
        Map<CourseKey, TermsHistory> before = terms.histories(keys);
        patches.forEach(patch -> require(
                patch.expected(), newest(before, patch.change().courseKey()).id()));
        setting.apply(patches.stream().map(Patch::change).toList());
        Map<CourseKey, TermsHistory> after = terms.histories(keys);
        Map<CourseKey, RunPolicy> newest = new HashMap<>();
        keys.forEach(key -> newest.put(key, newest(after, key)));
        return newest;
    }

    static void require(@Nullable Set<Long> expected, long version) {
        if (expected != null && !expected.contains(version)) {
            throw new ProblemException(Problem.of(
                    412,
                    "settings_changed",
                    "Somebody has changed these settings in between; read them again and repeat the change."));
        }
    }

    private static RunPolicy newest(Map<CourseKey, TermsHistory> histories, CourseKey key) {
        return Objects.requireNonNull(histories.get(key)).newest().run();
    }
}
