package org.laurel.certificates.issuance.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.app.KnownFacts.Outcome;
import org.laurel.certificates.issuance.db.CaseStore;
import org.laurel.certificates.issuance.db.CertificateTable;
import org.laurel.certificates.issuance.db.CertificateTable.Presented;
import org.laurel.certificates.issuance.db.CertificateTable.Written;
import org.laurel.certificates.issuance.db.FactLog;
import org.laurel.certificates.issuance.db.RenderRequests;
import org.laurel.certificates.issuance.db.StatedIds;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CertificateFact;
import org.laurel.certificates.issuance.domain.Difference;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.learner.db.LearnerDirectory;
import org.laurel.certificates.learner.db.LearnerFactLog;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/**
 * Takes facts in and folds them into certificates: the one way in which a certificate comes to be, changes or is taken back.
 * All commands of a call share each statement; facts of one learner in one course run are folded in memory.
 *
 * <p>Where decisions do not take effect, since the course run is observed only or its brake is on, the facts are kept, what
 * would change is noted, and nothing is written or told; folding again later makes up for it.
 */
@ApplicationScoped
public class FactFolding {

    private final KeyLocks locks;
    private final LearnerDirectory learners;
    private final LearnerFactLog learnerFacts;
    private final FactLog facts;
    private final KnownFacts known;
    private final CaseStore cases;
    private final CertificateTable certificates;
    private final RenderRequests requests;
    private final Effect effect;
    private final PresentationChoice presentations;
    private final Outbox outbox;
    private final RetiredLearners retirement;
    private final StatedIds statedIds;
    private final OwnFacts own;

    FactFolding(
            KeyLocks locks,
            LearnerDirectory learners,
            LearnerFactLog learnerFacts,
            FactLog facts,
            KnownFacts known,
            CaseStore cases,
            CertificateTable certificates,
            RenderRequests requests,
            Effect effect,
            PresentationChoice presentations,
            Outbox outbox,
            RetiredLearners retirement,
            StatedIds statedIds,
            OwnFacts own) {
        this.locks = locks;
        this.learners = learners;
        this.learnerFacts = learnerFacts;
        this.facts = facts;
        this.known = known;
        this.cases = cases;
        this.certificates = certificates;
        this.requests = requests;
        this.effect = effect;
        this.presentations = presentations;
        this.outbox = outbox;
        this.retirement = retirement;
        this.statedIds = statedIds;
        this.own = own;
    }

    /**
     * Takes the commands in; their order and repetition make no difference to the result.
     *
     * @return what became of each case that was folded
     */
    @Transactional
    public List<Folded> apply(List<FactCommand> commands) {
        locks.lock(commands.stream().map(command -> command.learnerId().value()).toList());
        CausedCases caused = CausedCases.of(retirement.withoutPersonalData(own.placed(commands)));
        facts.append(caused.takenIn());
        statedIds.keep(caused.takenIn());
        Set<LearnerId> known = new HashSet<>(learners.save(caused.snapshots()));
        known.addAll(learnerFacts.append(caused.known()));
        cases.ofLearners(known).forEach(caused::alsoFold);
        if (caused.causes().isEmpty()) {
            return List.of();
        }
        return save(this.known.fold(caused.causes().keySet(), caused.added()), caused);
    }

    private List<Folded> save(List<Outcome> outcomes, CausedCases caused) {
        List<Change> changes = outcomes.stream().map(FactFolding::change).toList();
        Set<CaseKey> withheld = effect.withheld(changes);
        List<Change> effective = changes.stream()
                .filter(change -> change.difference() != null && !withheld.contains(change.key()))
                .toList();
        cases.saveStandings(changes.stream()
                .map(change -> standing(change, withheld.contains(change.key())))
                .flatMap(Optional::stream)
                .toList());
        Set<CaseKey> anew = caused.askedAnew();
        List<Change> presented = presented(changes.stream()
                .filter(change -> !withheld.contains(change.key()))
                .filter(change -> change.isPresentedAnew(anew.contains(change.key())))
                .toList());
        var shown = presentations.of(presented.stream().map(Change::wanted).toList());
        certificates.save(effective.stream()
                .map(change ->
                        new Written(change.key(), change.next(), shown.get(change.key()), caused.causeOf(change.key())))
                .toList());
        certificates.present(presented.stream()
                .filter(change -> change.difference() == null && shown.containsKey(change.key()))
                .map(change -> new Presented(
                        change.key(), Objects.requireNonNull(shown.get(change.key())), caused.causeOf(change.key())))
                .toList());
        requests.submit(effective.stream()
                .flatMap(change -> RenderRequests.Request.of(change.key(), change.required()).stream())
                .toList());
        tell(effective, caused);
        return changes.stream()
                .map(change -> Folded.of(change, withheld.contains(change.key())))
                .toList();
    }

    private void tell(List<Change> effective, CausedCases caused) {
        Set<CaseKey> silent = caused.silent();
        List<CertificateFact> told = new ArrayList<>();
        for (Change change : effective) {
            if (!silent.contains(change.key()) && !change.outcome().silent()) {
                told.addAll(CertificateFact.telling(
                        change.key(),
                        change.required(),
                        change.outcome().terms().newest(),
                        change.outcome().learner(),
                        caused.causeOf(change.key())));
            }
        }
        outbox.append(told);
    }

    /** Those of which nothing else changes keep their page too while the brake of their course run is on. */
    private List<Change> presented(List<Change> changes) {
        Set<CourseKey> held = effect.held(changes.stream()
                .filter(change -> change.difference() == null)
                .map(change -> change.key().courseKey())
                .collect(Collectors.toSet()));
        return changes.stream()
                .filter(change -> change.difference() != null
                        || !held.contains(change.key().courseKey()))
                .toList();
    }

    private static Change change(Outcome outcome) {
        @Nullable Difference difference = Difference.between(
                        outcome.before().issued(),
                        outcome.settled(),
                        publicId(outcome),
                        outcome.stated().createdAt(),
                        outcome.terms().newest())
                .orElse(null);
        return new Change(outcome, difference);
    }

    /** A new public id, or the one that another system states. */
    private static String publicId(Outcome outcome) {
        return outcome.before().issued() != null
                ? outcome.before().issued().verifyUuid()
                : Optional.ofNullable(outcome.stated().verifyUuid())
                        .orElseGet(() -> UUID.randomUUID().toString().replace("-", ""));
    }

    private static Optional<CaseStore.Folded> standing(Change change, boolean withheld) {
        var before = change.outcome().before().record();
        var after = withheld && change.difference() != null
                ? change.outcome().after().unsettled()
                : change.outcome().after();
        String pending = withheld && change.difference() != null ? change.pending() : null;
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new CaseStore.Folded(change.key(), after, pending));
    }
}
