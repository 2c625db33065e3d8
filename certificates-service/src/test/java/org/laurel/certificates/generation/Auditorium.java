package org.laurel.certificates.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.app.RunPolicySetting;
import org.laurel.certificates.course.app.SettingsRecording;
import org.laurel.certificates.course.domain.ArrivedSettings;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.RunPolicyChange;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.test.Database;

/**
 * Fills course runs with learners by the use cases themselves, many at once. A course run is named by a word of its own, so that
 * tests do not meet; facts alone grant nothing in it.
 */
@ApplicationScoped
public class Auditorium {

    public static final Instant START = Instant.parse("2026-02-03T04:00:00Z");

    private static final Cause CAUSE = Cause.of("test", "test");

    private final SettingsRecording settings;
    private final RunPolicySetting policies;
    private final FactFolding folding;

    Auditorium(SettingsRecording settings, RunPolicySetting policies, FactFolding folding) {
        this.settings = settings;
        this.policies = policies;
        this.folding = folding;
    }

    public static CourseKey course(String word) {
        return new CourseKey("course-v1:Gen+" + word + "+2026");
    }

    /** A course run whose certificates only a run, a request or an instructor grants. */
    public CourseKey open(String word) {
        return open(word, null);
    }

    /** The same in an issuing mode. */
    public CourseKey open(String word, @Nullable IssuingMode mode) {
        CourseKey key = course(word);
        pace(key, 1, true);
        policies.apply(List.of(new RunPolicyChange(key, START, false, null, null, null, null, mode, Set.of(), CAUSE)));
        return key;
    }

    /** A course run in which facts grant certificates. */
    public CourseKey openAutomatic(String word) {
        CourseKey key = course(word);
        pace(key, 1, true);
        return key;
    }

    /** A version of a course run's settings. */
    public void pace(CourseKey key, int version, boolean selfPaced) {
        Instant since = START.plusSeconds(version);
        CourseSettings told = new CourseSettings(
                0, version, since, key.isCcx(), true, selfPaced, "end", null, false, null, "Course " + key, "Gen");
        settings.apply(List.of(new ArrivedSettings(key, told, CAUSE)));
    }

    /** Enrolls learners who pass, or do not; their ids are the word and a number from 10000 on. */
    public List<LearnerId> enroll(CourseKey key, String word, int learners, boolean passing) {
        List<LearnerId> ids = IntStream.range(0, learners)
                .mapToObj(i -> new LearnerId("id-" + word + "-" + (10_000 + i)))
                .toList();
        for (int from = 0; from < learners; from += 500) {
            List<FactCommand> commands = new ArrayList<>();
            for (LearnerId id : ids.subList(from, Math.min(learners, from + 500))) {
                commands.add(takeIn(key, id, new Fact.Enrolled(order(1, Fact.Enrolled.KIND), "verified", true)));
                commands.add(takeIn(
                        key,
                        id,
                        new Fact.PassingStatus(
                                order(2, Fact.PassingStatus.KIND), passing, new BigDecimal(passing ? "0.8" : "0.2"))));
            }
            folding.apply(commands);
        }
        return ids;
    }

    /** Takes in one more fact about a learner. */
    public void tell(CourseKey key, LearnerId id, Fact fact) {
        folding.apply(List.of(takeIn(key, id, fact)));
    }

    /** Gives a learner another name from now on. */
    public void rename(LearnerId id, String name) {
        folding.apply(List.of(new FactCommand.Identify(learner(id, name, 2, Instant.now()), CAUSE)));
    }

    public static FactOrder order(int minute, int kind) {
        return new FactOrder(START.plusSeconds(60L * minute), FactOrder.NO_SEQUENCE, kind, "test", "test-" + kind);
    }

    public static long certificates(CourseKey key, String status) {
        return Long.parseLong(String.valueOf(Database.current()
                .value("select count(*) from certificate where course_key = ? and status = ?", key.value(), status)));
    }

    /** How many versions the certificates of a course run have together. */
    public static long versions(CourseKey key) {
        return Long.parseLong(String.valueOf(Database.current()
                .value("select count(*) from certificate_history where course_key = ?", key.value())));
    }

    private static FactCommand takeIn(CourseKey key, LearnerId id, Fact fact) {
        return new FactCommand.TakeIn(new CaseKey(id, key), fact, learner(id, "Ada " + id.value(), 1, START), CAUSE);
    }

    private static Learner learner(LearnerId id, String name, int version, Instant since) {
        String username = id.value().replace("id-", "user-");
        return new Learner(id, username, username + "@example.org", name, true, version, since);
    }
}
