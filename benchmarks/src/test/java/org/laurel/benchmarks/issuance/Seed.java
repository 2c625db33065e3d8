package org.laurel.benchmarks.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.laurel.certificates.course.app.SettingsRecording;
import org.laurel.certificates.course.domain.ArrivedSettings;
import org.laurel.certificates.course.domain.CourseSettings;
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
    private final Sql sql;

    Seed(FactFolding folding, SettingsRecording settings, Sql sql) {
        this.folding = folding;
        this.settings = settings;
        this.sql = sql;
    }

    static LearnerId learner(int number) {
        return new LearnerId(String.format("%08d", number));
    }

    /** Empties the tables and enrolls learners 0 to count - 1. */
    void plant(int count) {
        sql.update(
                "truncate inbox, outbox, parked_event, key_lock, job, learner, learner_name, course_settings, standing_fact,"
                        + " standing, certificate, certificate_history, run_policy, learner_fact, render_request restart identity");
        settings.apply(List.of(new ArrivedSettings(
                COURSE,
                new CourseSettings(
                        0, 1, Rounds.START, false, true, true, "end", null, false, null, "Benchmark", "Bench"),
                Cause.of("/bench", "settings"))));
        for (int from = 0; from < count; from += CHUNK) {
            List<FactCommand> commands = new ArrayList<>(CHUNK);
            for (int number = from; number < Math.min(count, from + CHUNK); number++) {
                commands.add(enrolled(learner(number)));
            }
            folding.apply(commands);
        }
        sql.update("update job set state = 'done'");
        sql.update("truncate outbox restart identity");
        sql.update("analyze");
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
