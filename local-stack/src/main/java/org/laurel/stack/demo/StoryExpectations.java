package org.laurel.stack.demo;

import java.util.ArrayList;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;

/** What must have come out of a script, as REST shows it and as the events tell it. */
final class StoryExpectations {
    private static final double TOLERANCE = 1e-6;

    private final Script script;
    private final Outcomes outcomes;
    private final Journal journal;

    StoryExpectations(Script script, Outcomes outcomes, Journal journal) {
        this.script = script;
        this.outcomes = outcomes;
        this.journal = journal;
    }

    /** After everybody learned, before anybody lapses. */
    List<Expectation> afterLearning() {
        List<Expectation> all = new ArrayList<>();
        script.attempts().forEach(attempt -> {
            all.add(attempt.earnsCertificate() ? granted(attempt) : refused(attempt));
            all.add(completed(attempt));
        });
        script.learners().forEach(learner -> {
            boolean graduate = script.isGraduate(learner);
            all.add(programCredential(learner, graduate ? "awarded" : "none"));
            if (graduate) {
                all.add(published(
                        EventCatalogue.PROGRAM_CREDENTIAL_AWARDED,
                        learner,
                        script.program().uuid()));
            }
        });
        return all;
    }

    /** After the lapses. */
    List<Expectation> afterLapses() {
        List<Expectation> all = new ArrayList<>();
        script.lapses().forEach(lapse -> {
            Learner learner = lapse.learner();
            String course = lapse.course().key();
            all.add(status(lapse, "notpassing"));
            all.add(published(EventCatalogue.COURSE_CERT_REVOKED, learner, course));
            all.add(published(EventCatalogue.COURSE_CREDENTIAL_REVOKED, learner, course));
            all.add(published(
                    EventCatalogue.PROGRAM_CREDENTIAL_REVOKED,
                    learner,
                    script.program().uuid()));
            all.add(programCredential(learner, "revoked"));
        });
        return all;
    }

    /** At the very end: nothing too much was published. */
    List<Expectation> nothingTooMuch() {
        return List.of(
                total(EventCatalogue.COURSE_CERT_AWARDED, script.certificates().size()),
                total(EventCatalogue.COURSE_CERT_REVOKED, script.lapses().size()),
                total(
                        EventCatalogue.PROGRAM_CREDENTIAL_AWARDED,
                        script.graduates().size()),
                new Expectation(
                        "no fact is published twice", () -> journal.doubled().isEmpty()));
    }

    private Expectation granted(Attempt attempt) {
        Expectation shown = status(attempt, "downloadable");
        Expectation announced = published(
                EventCatalogue.COURSE_CERT_AWARDED,
                attempt.learner(),
                attempt.course().key());
        Expectation credential = published(
                EventCatalogue.COURSE_CREDENTIAL_AWARDED,
                attempt.learner(),
                attempt.course().key());
        return new Expectation(
                shown.what() + ", " + announced.what() + " and " + credential.what(),
                () -> announced.holds().getAsBoolean()
                        && credential.holds().getAsBoolean()
                        && shown.holds().getAsBoolean());
    }

    /** The facts have arrived, and led to no certificate. */
    private Expectation refused(Attempt attempt) {
        return new Expectation(
                who(attempt) + " has no certificate, and that is explained",
                () -> outcomes.explanation(attempt.learner(), attempt.course())
                        .filter(answer -> answer.path("outcome").asText().equals("not_eligible"))
                        .filter(answer ->
                                answer.path("facts").path("mode").asText().equals(attempt.mode()))
                        .filter(answer -> answer.path("facts").path("passing").asBoolean() == attempt.passing())
                        .filter(answer -> answer.path("certificate").isNull())
                        .isPresent());
    }

    private Expectation status(Attempt attempt, String status) {
        return new Expectation(
                who(attempt) + " has a certificate with status " + status,
                () -> outcomes.certificateStatus(attempt.learner(), attempt.course())
                        .equals(status));
    }

    private Expectation completed(Attempt attempt) {
        return new Expectation(
                who(attempt) + " has completed " + Math.round(attempt.percent() * 100) + " %",
                () -> outcomes.percent(attempt.learner(), attempt.course())
                        .filter(percent -> Math.abs(percent - attempt.percent()) < TOLERANCE)
                        .isPresent());
    }

    private Expectation programCredential(Learner learner, String status) {
        return new Expectation(
                learner.nickname() + "'s program credential is " + status,
                () -> outcomes.programCredentialStatus(learner, script.program())
                        .equals(status));
    }

    private Expectation published(EventType<?> type, Learner learner, String subject) {
        return new Expectation(
                type.name() + " is published once for " + learner.nickname(),
                () -> journal.count(type, learner, subject) == 1);
    }

    private Expectation total(EventType<?> type, int count) {
        return new Expectation(type.name() + " is published " + count + " times", () -> journal.count(type) == count);
    }

    private static String who(Attempt attempt) {
        return attempt.learner().nickname() + " in " + attempt.course().title();
    }
}
