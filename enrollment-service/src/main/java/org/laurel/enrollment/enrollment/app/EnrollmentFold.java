package org.laurel.enrollment.enrollment.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.enrollment.db.EnrollmentTable;
import org.laurel.enrollment.enrollment.domain.Authority;
import org.laurel.enrollment.enrollment.domain.Enrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentAttribute;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.AdoptEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.EnrollAllowed;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.ImportEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.RequestEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.Unenroll;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Become;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Refuse;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Stay;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Wait;
import org.laurel.enrollment.enrollment.domain.EnrollmentFact.EnrollmentChanged;
import org.laurel.enrollment.enrollment.domain.EnrollmentFacts;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome.Changed;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome.Refused;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome.Unchanged;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome.Waiting;
import org.laurel.enrollment.enrollment.domain.EnrollmentPolicy.Request;
import org.laurel.enrollment.enrollment.domain.EnrollmentPolicy.Stage;
import org.laurel.enrollment.enrollment.domain.EnrollmentPolicy.Veto;
import org.laurel.enrollment.enrollment.domain.EnrollmentRules;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.domain.LearnerFact.PreferencesChanged;
import org.laurel.enrollment.learner.domain.Reach;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;
import org.laurel.kit.domain.FactOrder;

/** Applies commands to what was loaded, in order, and gathers what is to be stored and told. */
final class EnrollmentFold {

    /** What the commands are judged by; the fold changes the maps as it goes on. */
    record Loaded(
            Map<LearnerId, Learner> learners,
            Map<CourseKey, CourseRun> runs,
            Map<EnrollmentKey, Enrollment> enrollments,
            Map<Subject, FactOrder> newest,
            Map<CourseKey, Long> active,
            Map<EnrollmentKey, Boolean> allowed) {}

    private final EnrollmentRules rules;
    private final EnrollmentVetoes vetoes;
    private final Loaded known;
    private final Set<LearnerId> firstTimers = new HashSet<>();

    final Map<EnrollmentKey, EnrollmentTable.Change> changes = new LinkedHashMap<>();
    final Map<EnrollmentKey, List<EnrollmentAttribute>> attributes = new LinkedHashMap<>();
    final List<AdoptEnrollment> waiting = new ArrayList<>();
    final Map<EnrollmentKey, Cause> claims = new LinkedHashMap<>();
    final Map<Subject, FactOrder> places = new HashMap<>();
    final List<DomainFact> news = new ArrayList<>();

    EnrollmentFold(EnrollmentRules rules, EnrollmentVetoes vetoes, Loaded known) {
        this.rules = rules;
        this.vetoes = vetoes;
        this.known = known;
    }

    /** The enrollments that became active and still are. */
    List<EnrollmentChanged> entered() {
        return news.stream()
                .filter(EnrollmentChanged.class::isInstance)
                .map(EnrollmentChanged.class::cast)
                .filter(fact -> seats(fact.after()) > seats(fact.before()))
                .filter(fact -> seats(known.enrollments().get(fact.after().key())) > 0)
                .toList();
    }

    EnrollmentOutcome apply(EnrollmentCommand command) {
        EnrollmentKey key = command.key();
        EnrollmentFacts facts = new EnrollmentFacts(
                known.learners().containsKey(key.learnerId()),
                known.runs().get(key.courseKey()),
                known.enrollments().get(key),
                known.newest().get(key.subject()),
                known.active().getOrDefault(key.courseKey(), 0L),
                known.allowed().containsKey(key),
                veto(command, known.enrollments().get(key)));
        EnrollmentOutcome outcome = switch (rules.decide(command, facts)) {
            case Become become -> become(command, become, facts.current());
            case Stay stay -> stand(command, stay.current());
            case Refuse refuse -> new Refused(refuse.reason());
            case EnrollmentDecision.Vetoed vetoed -> new EnrollmentOutcome.Vetoed(vetoed.veto());
            case Wait wait -> new Waiting();
        };
        keepRest(command, outcome);
        claim(command, outcome);
        return outcome;
    }

    /** What a policy says, asked only when somebody may become enrolled; platforms have decided already. */
    private @Nullable Veto veto(EnrollmentCommand command, @Nullable Enrollment current) {
        if (current != null && current.isActive()) {
            return null;
        }
        return switch (command) {
            case RequestEnrollment request ->
                vetoes.find(Stage.ENROLLMENT, new Request(request.key(), request.mode(), request.authority()))
                        .orElse(null);
            case EnrollAllowed allowed ->
                vetoes.find(Stage.ENROLLMENT, new Request(allowed.key(), null, Authority.STAFF))
                        .orElse(null);
            case Unenroll unenroll -> null;
            case AdoptEnrollment told -> null;
            case ImportEnrollment row -> null;
        };
    }

    /** Whoever becomes enrolled makes use of an allowed address, and so does whoever is when the address comes to them. */
    private void claim(EnrollmentCommand command, EnrollmentOutcome outcome) {
        boolean enrolled =
                (outcome instanceof Changed changed && changed.after().isActive())
                        || (outcome instanceof Unchanged && command instanceof EnrollAllowed);
        if (enrolled && Boolean.FALSE.equals(known.allowed().get(command.key()))) {
            known.allowed().put(command.key(), true);
            claims.put(command.key(), command.cause());
        }
    }

    private EnrollmentOutcome become(EnrollmentCommand command, Become become, @Nullable Enrollment before) {
        EnrollmentKey key = command.key();
        FactOrder place = command.time().placeAfter(known.newest().get(key.subject()));
        known.newest().put(key.subject(), place);
        places.put(key.subject(), place);
        if (before != null && before.is(become.mode(), become.isActive())) {
            return stand(command, before);
        }
        Enrollment after = before == null
                ? created(command, become, place)
                : before.changed(become.mode(), become.isActive(), place.occurredAt())
                        .begun(toldBeginning(command));
        return change(command, before, after);
    }

    /** The learner stands as before; that the enrollment began earlier than was known is told all the same. */
    private EnrollmentOutcome stand(EnrollmentCommand command, Enrollment current) {
        Instant told = toldBeginning(command);
        return current.begun(told).equals(current)
                ? new Unchanged(current)
                : change(
                        command,
                        current,
                        current.changed(current.mode(), current.isActive(), current.occurredAt())
                                .begun(told));
    }

    private Changed change(EnrollmentCommand command, @Nullable Enrollment before, Enrollment after) {
        EnrollmentKey key = command.key();
        known.enrollments().put(key, after);
        known.active().merge(key.courseKey(), seats(after) - seats(before), Long::sum);
        changes.put(key, new EnrollmentTable.Change(after, command.cause()));
        Changed changed = new Changed(before, after);
        tell(changed, command);
        return changed;
    }

    /** What others than platforms say of it counts for new enrollments only. */
    private static @Nullable Instant toldBeginning(EnrollmentCommand command) {
        return command instanceof AdoptEnrollment told ? told.createdAt() : null;
    }

    private static Enrollment created(EnrollmentCommand command, Become become, FactOrder place) {
        Instant since = command.createdAt() == null ? place.occurredAt() : command.createdAt();
        return Enrollment.created(command.key(), become.mode(), become.isActive(), since, place.occurredAt());
    }

    /** The enrollment comes first and carries the learner. What holds for a first-timer's certificates follows. */
    private void tell(Changed change, EnrollmentCommand command) {
        Learner learner = known.learners().get(command.key().learnerId());
        if (learner == null) {
            throw new IllegalStateException("an enrollment needs a known learner");
        }
        news.add(new EnrollmentChanged(change.before(), change.after(), learner, command.cause()));
        if (learner.reach() == Reach.NEVER_ENROLLED && firstTimers.add(learner.id())) {
            news.add(new PreferencesChanged(learner, change.after().occurredAt(), command.cause()));
        }
    }

    private void keepRest(EnrollmentCommand command, EnrollmentOutcome outcome) {
        switch (command) {
            case AdoptEnrollment told -> {
                if (outcome instanceof Waiting) {
                    waiting.add(told);
                }
            }
            case Unenroll unenroll -> {}
            case EnrollAllowed allowed -> {}
            case ImportEnrollment row -> {}
            case RequestEnrollment request -> {
                boolean takes = outcome instanceof Changed
                        || (outcome instanceof Unchanged && request.authority().isPrivileged());
                if (takes && request.attributes() != null) {
                    attributes.put(request.key(), request.attributes());
                }
            }
        }
    }

    private static long seats(@Nullable Enrollment enrollment) {
        return enrollment != null && enrollment.isActive() ? 1 : 0;
    }
}
