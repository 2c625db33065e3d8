package org.laurel.enrollment.retirement.app;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.db.LearnerTable;
import org.laurel.enrollment.learner.db.ReservedNames;
import org.laurel.enrollment.learner.domain.AmendLearner;
import org.laurel.enrollment.learner.domain.Amendment;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.learner.domain.ReservedName;
import org.laurel.enrollment.retirement.db.RetirementTable;
import org.laurel.enrollment.retirement.domain.LearnerRetirement;
import org.laurel.enrollment.retirement.domain.RequestRetirement;
import org.laurel.enrollment.retirement.domain.RetirementOutcome;
import org.laurel.enrollment.retirement.domain.RetirementPolicy;
import org.laurel.enrollment.retirement.domain.RetirementStates;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/**
 * Takes requests to retire learners. The account becomes inactive and the email address leaves use at once; both names are
 * reserved, so that a request that is taken back finds them free (retirement, effects of the request).
 */
@ApplicationScoped
public class RetirementRequesting {

    private final KeyLocks locks;
    private final LearnerTable learners;
    private final LearnerRegistration registration;
    private final ReservedNames names;
    private final RetirementTable table;
    private final RetirementPolicy policy;
    private final List<DepartureFollower> followers;

    RetirementRequesting(
            KeyLocks locks,
            LearnerTable learners,
            LearnerRegistration registration,
            ReservedNames names,
            RetirementTable table,
            RetirementPolicy policy,
            @All List<DepartureFollower> followers) {
        this.locks = locks;
        this.learners = learners;
        this.registration = registration;
        this.names = names;
        this.table = table;
        this.policy = policy;
        this.followers = followers;
    }

    /** Takes the requests, and returns an outcome for each; a learner who has asked already has one retirement. */
    @Transactional
    public List<RetirementOutcome> apply(List<RequestRetirement> commands) {
        List<LearnerId> ids =
                commands.stream().map(RequestRetirement::learnerId).distinct().toList();
        locks.lock(ids.stream().map(LearnerId::value).toList());
        Map<LearnerId, Learner> known = learners.find(ids);
        Map<LearnerId, LearnerRetirement> before = table.of(ids);
        List<RequestRetirement> fresh = commands.stream()
                .filter(command -> known.containsKey(command.learnerId()) && !before.containsKey(command.learnerId()))
                .collect(Collectors.toMap(RequestRetirement::learnerId, command -> command, (one, other) -> one))
                .values()
                .stream()
                .toList();
        Map<LearnerId, Objection> refused = store(fresh, known);
        Map<LearnerId, LearnerRetirement> after = table.of(ids);
        Set<LearnerId> added = fresh.stream().map(RequestRetirement::learnerId).collect(Collectors.toSet());
        return commands.stream()
                .map(command -> outcome(after.get(command.learnerId()), refused.get(command.learnerId()), added))
                .toList();
    }

    private static RetirementOutcome outcome(
            @Nullable LearnerRetirement retirement, @Nullable Objection objection, Set<LearnerId> added) {
        if (objection != null) {
            return new RetirementOutcome.Refused(objection.detail());
        }
        if (retirement == null) {
            return new RetirementOutcome.Unknown();
        }
        return added.contains(retirement.learnerId())
                ? new RetirementOutcome.Done(retirement)
                : new RetirementOutcome.Already(retirement);
    }

    /** Stores the requests whose accounts can be left, and tells what speaks against the others: of those nothing is done. */
    private Map<LearnerId, Objection> store(List<RequestRetirement> fresh, Map<LearnerId, Learner> known) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        Map<String, String> digests = names.digests(fresh.stream()
                .map(command -> account(known, command).account().username())
                .toList());
        List<RetirementTable.Request> wanted = new ArrayList<>(fresh.size());
        for (RequestRetirement command : fresh) {
            LearnerRetirement retirement = retirement(command, account(known, command));
            String digest = digests.get(retirement.original().username());
            wanted.add(new RetirementTable.Request(retirement, digest == null ? "" : digest, command.cause()));
        }
        Map<LearnerId, Objection> refused = leave(wanted);
        List<RetirementTable.Request> requests = wanted.stream()
                .filter(request -> !refused.containsKey(request.retirement().learnerId()))
                .toList();
        names.keep(
                requests.stream()
                        .map(RetirementTable.Request::retirement)
                        .flatMap(retirement -> ReservedName.of(
                                retirement.learnerId(),
                                retirement.original().username(),
                                retirement.original().email())
                                .stream())
                        .toList());
        table.insert(requests);
        List<LearnerId> leaving = requests.stream()
                .map(request -> request.retirement().learnerId())
                .toList();
        followers.forEach(follower -> follower.leaving(leaving));
        return refused;
    }

    private Map<LearnerId, Objection> leave(List<RetirementTable.Request> wanted) {
        List<LearnerOutcome> outcomes = registration.apply(
                wanted.stream().map(RetirementRequesting::leaving).toList());
        Map<LearnerId, Objection> refused = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (outcomes.get(i) instanceof LearnerOutcome.Refused no) {
                refused.put(wanted.get(i).retirement().learnerId(), no.objection());
            }
        }
        return refused;
    }

    private static Learner account(Map<LearnerId, Learner> known, RequestRetirement command) {
        Learner learner = known.get(command.learnerId());
        if (learner == null) {
            throw new IllegalStateException("only known learners can be retired");
        }
        return learner;
    }

    private LearnerRetirement retirement(RequestRetirement command, Learner learner) {
        String form = UUID.randomUUID().toString().replace("-", "");
        return new LearnerRetirement(
                0,
                learner.id(),
                RetirementStates.PENDING,
                RetirementStates.PENDING,
                command.at(),
                command.at().plus(policy.coolingOff()),
                null,
                null,
                null,
                command.at(),
                learner.account().isActive(),
                false,
                new LearnerRetirement.Original(
                        learner.account().username(),
                        learner.account().email(),
                        learner.account().name()),
                "retired__user_" + form,
                "retired__user_" + form + "@retired.invalid");
    }

    private static AmendLearner leaving(RetirementTable.Request request) {
        LearnerRetirement retirement = request.retirement();
        return new AmendLearner(
                retirement.learnerId(),
                List.of(new Amendment.Email(retirement.retiredEmail()), new Amendment.Active(false)),
                new BusinessTime.Asked(retirement.requestedAt(), request.cause().id()),
                request.cause());
    }
}
