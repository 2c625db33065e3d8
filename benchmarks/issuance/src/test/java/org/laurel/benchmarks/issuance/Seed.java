package org.laurel.benchmarks.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.laurel.certificates.course.app.RunPolicySetting;
import org.laurel.certificates.course.app.SettingsRecording;
import org.laurel.certificates.course.domain.ArrivedSettings;
import org.laurel.certificates.course.domain.CourseSettings;
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
import org.laurel.kit.sql.Sql;

/** Learners who are enrolled and do not pass yet: the state that every round starts from. */
@ApplicationScoped
class Seed {

    static final CourseKey COURSE = new CourseKey("course-v1:Bench+Issuance+2026");
    private static final int CHUNK = 1_000;

    private final FactFolding folding;
    private final SettingsRecording settings;
    private final RunPolicySetting policies;
    private final Sql sql;

    Seed(FactFolding folding, SettingsRecording settings, RunPolicySetting policies, Sql sql) {
        this.folding = folding;
        this.settings = settings;
        this.policies = policies;
        this.sql = sql;
    }

    static LearnerId learner(int number) {
        return new LearnerId(String.format("%08d", number));
    }

    /** Empties the tables and enrolls learners 0 to count - 1, who do not pass yet. */
    void plant(int count) {
        open();
        fold(count, id -> List.of(enrolled(id)));
        settle();
    }

    /** Empties the tables and enrolls learners 0 to count - 1, who pass and get their certificates only by a generation run. */
    void plantPassing(int count) {
        open();
        policies.apply(List.of(new RunPolicyChange(
                COURSE, Rounds.START, false, null, null, null, null, null, Set.of(), Cause.of("/bench", "policy"))));
        fold(count, id -> List.of(enrolled(id), passing(id)));
        settle();
    }

    private void open() {
        sql.update(
                "truncate inbox, outbox, parked_event, key_lock, job, learner, learner_name, course_settings, standing_fact,"
                        + " standing, certificate, certificate_history, run_policy, learner_fact, render_request,"
                        + " generation_run, generation_run_learner restart identity");
        settings.apply(List.of(new ArrivedSettings(
                COURSE,
                new CourseSettings(
                        0, 1, Rounds.START, false, true, true, "end", null, false, null, "Benchmark", "Bench"),
                Cause.of("/bench", "settings"))));
    }

    private void fold(int count, Function<LearnerId, List<FactCommand>> facts) {
        for (int from = 0; from < count; from += CHUNK) {
            folding.apply(IntStream.range(from, Math.min(count, from + CHUNK))
                    .mapToObj(number -> facts.apply(learner(number)))
                    .flatMap(List::stream)
                    .toList());
        }
    }

    private void settle() {
        sql.update("update job set state = 'done'");
        sql.update("truncate outbox restart identity");
        sql.update("analyze");
    }

    private static FactCommand passing(LearnerId id) {
        FactOrder order = new FactOrder(
                Rounds.PASSED_AT, FactOrder.NO_SEQUENCE, Fact.PassingStatus.KIND, Rounds.SOURCE, Rounds.eventId(id));
        return new FactCommand.TakeIn(
                new CaseKey(id, COURSE),
                new Fact.PassingStatus(order, true, new BigDecimal("0.88")),
                null,
                Cause.of(Rounds.SOURCE, Rounds.eventId(id)));
    }

    private static FactCommand enrolled(LearnerId id) {
        FactOrder order =
                new FactOrder(Rounds.START.plusSeconds(60), 1, Fact.Enrolled.KIND, "/laurel/enrollment", "e" + id);
        Learner learner = new Learner(
                id, "user" + id, id + "@example.org", "Learner " + id, true, 1, Rounds.START.plusSeconds(60));
        return new FactCommand.TakeIn(
                new CaseKey(id, COURSE),
                new Fact.Enrolled(order, "verified", true),
                learner,
                Cause.of("/bench", "e" + id));
    }
}
