package org.laurel.enrollment.enrollment.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.enrollment.allowed.db.AllowedTable;
import org.laurel.enrollment.course.db.CourseQueries;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.enrollment.db.AttributeTable;
import org.laurel.enrollment.enrollment.db.EnrollmentTable;
import org.laurel.enrollment.enrollment.db.PendingTable;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.RequestEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentFact.EnrollmentChanged;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome.Refused;
import org.laurel.enrollment.enrollment.domain.EnrollmentRules;
import org.laurel.enrollment.enrollment.domain.Refusal;
import org.laurel.enrollment.fact.db.NewestFacts;
import org.laurel.enrollment.learner.db.Departures;
import org.laurel.enrollment.learner.db.LearnerTable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Enrolls and unenrolls learners, whoever asks. */
@ApplicationScoped
public class Enrolling {

    private final KeyLocks locks;
    private final LearnerTable learners;
    private final Departures departures;
    private final CourseQueries courses;
    private final EnrollmentTable enrollments;
    private final AttributeTable attributes;
    private final AllowedTable allowed;
    private final EnrollmentVetoes vetoes;
    private final PendingTable pending;
    private final NewestFacts newestFacts;
    private final Outbox outbox;
    private final MeterRegistry metrics;
    private final List<EnrolledLearners> followers;
    private final EnrollmentRules rules;

    Enrolling(
            KeyLocks locks,
            LearnerTable learners,
            Departures departures,
            CourseQueries courses,
            EnrollmentTable enrollments,
            AttributeTable attributes,
            AllowedTable allowed,
            EnrollmentVetoes vetoes,
            PendingTable pending,
            NewestFacts newestFacts,
            Outbox outbox,
            MeterRegistry metrics,
            @All List<EnrolledLearners> followers,
            @ConfigProperty(name = "laurel.enrollment.default-mode") String defaultMode) {
        this.locks = locks;
        this.learners = learners;
        this.departures = departures;
        this.courses = courses;
        this.enrollments = enrollments;
        this.attributes = attributes;
        this.allowed = allowed;
        this.vetoes = vetoes;
        this.pending = pending;
        this.newestFacts = newestFacts;
        this.outbox = outbox;
        this.metrics = metrics;
        this.followers = followers;
        this.rules = new EnrollmentRules(defaultMode);
    }

    /** Applies the commands in order and returns an outcome for each. */
    @Transactional
    public List<EnrollmentOutcome> apply(List<? extends EnrollmentCommand> commands) {
        EnrollmentFold fold = new EnrollmentFold(rules, vetoes, load(commands));
        Set<LearnerId> gone = departures.retired(
                commands.stream().map(command -> command.key().learnerId()).collect(Collectors.toUnmodifiableSet()));
        List<EnrollmentOutcome> outcomes = commands.stream()
                .<EnrollmentOutcome>map(command -> gone.contains(command.key().learnerId())
                        ? new Refused(Refusal.LEARNER_RETIRED)
                        : fold.apply(command))
                .toList();
        enrollments.save(List.copyOf(fold.changes.values()));
        attributes.replace(fold.attributes);
        allowed.claim(fold.claims.entrySet().stream()
                .map(claim -> new AllowedTable.Claim(claim.getKey(), claim.getValue()))
                .toList());
        pending.keep(fold.waiting);
        newestFacts.keep(fold.places);
        outbox.append(fold.news);
        List<EnrollmentChanged> entered = fold.entered();
        if (!entered.isEmpty()) {
            followers.forEach(each -> each.enrolled(entered));
        }
        outcomes.forEach(this::count);
        return outcomes;
    }

    private EnrollmentFold.Loaded load(List<? extends EnrollmentCommand> commands) {
        Set<EnrollmentKey> keys = commands.stream().map(EnrollmentCommand::key).collect(Collectors.toUnmodifiableSet());
        Set<LearnerId> learnerIds = keys.stream().map(EnrollmentKey::learnerId).collect(Collectors.toUnmodifiableSet());
        Set<CourseKey> courseKeys = keys.stream().map(EnrollmentKey::courseKey).collect(Collectors.toUnmodifiableSet());
        locks.lock(learnerIds.stream().map(LearnerId::value).toList());
        locks.hold(courseKeys.stream().map(CourseKey::value).toList());
        Map<CourseKey, CourseRun> runs = courses.of(courseKeys);
        return new EnrollmentFold.Loaded(
                learners.find(learnerIds),
                runs,
                enrollments.find(keys),
                newestFacts.of(keys.stream().map(EnrollmentKey::subject).toList()),
                active(limited(commands, runs), commands.size()),
                allowed.usable(keys));
    }

    /** Counts seats where they may run out; until the end of the transaction nobody else takes one of them. */
    private Map<CourseKey, Long> active(Map<CourseKey, Integer> limited, int commands) {
        if (limited.isEmpty()) {
            return new HashMap<>();
        }
        locks.change(limited.keySet().stream().map(key -> "seats " + key).toList());
        // As many more than the limit count as the commands themselves may give back.
        Map<CourseKey, Long> most = new HashMap<>();
        limited.forEach((key, seats) -> most.put(key, (long) seats + commands));
        return enrollments.countActive(most);
    }

    /** The limits of those course runs where a command may take one of the last seats. */
    private static Map<CourseKey, Integer> limited(
            List<? extends EnrollmentCommand> commands, Map<CourseKey, CourseRun> runs) {
        Map<CourseKey, Integer> limited = new HashMap<>();
        for (EnrollmentCommand command : commands) {
            CourseRun run = runs.get(command.key().courseKey());
            Integer most = run == null ? null : run.settings().enrollment().maxEnrollments();
            if (most != null && command instanceof RequestEnrollment request && request.mayNeedSeat()) {
                limited.put(command.key().courseKey(), most);
            }
        }
        return limited;
    }

    private void count(EnrollmentOutcome outcome) {
        if (outcome instanceof Refused refused) {
            count(refused.reason().code());
        } else if (outcome instanceof EnrollmentOutcome.Vetoed) {
            count("vetoed");
        }
    }

    private void count(String reason) {
        metrics.counter("laurel.enrollment.refused", "reason", reason).increment();
    }
}
