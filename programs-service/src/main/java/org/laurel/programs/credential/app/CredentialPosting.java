package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.retirement.RetiredPeople;
import org.laurel.programs.configuration.db.CourseCertificateStore;
import org.laurel.programs.credential.app.CredentialOrdering.Placing;
import org.laurel.programs.credential.db.CredentialIndex;
import org.laurel.programs.credential.db.CredentialIndex.Indexed;
import org.laurel.programs.credential.db.LearnerNamesQuery;
import org.laurel.programs.credential.domain.CredentialKey;
import org.laurel.programs.credential.domain.CredentialSubject;
import org.laurel.programs.credential.domain.PostCredential;
import org.laurel.programs.credential.domain.Posted;
import org.laurel.programs.evaluation.domain.AwardingBasis;

/** Makes credentials by decision of staff or of a trusted system, and brings existing ones to the state that is asked for. */
@ApplicationScoped
public class CredentialPosting {

    private final KeyLocks locks;
    private final LearnerNamesQuery learners;
    private final RetiredPeople retired;
    private final CredentialIndex index;
    private final PostingTerms terms;
    private final CredentialOrdering ordering;
    private final CredentialDetails details;

    CredentialPosting(
            KeyLocks locks,
            LearnerNamesQuery learners,
            RetiredPeople retired,
            CredentialIndex index,
            PostingTerms terms,
            CredentialOrdering ordering,
            CredentialDetails details) {
        this.locks = locks;
        this.learners = learners;
        this.retired = retired;
        this.index = index;
        this.terms = terms;
        this.ordering = ordering;
        this.details = details;
    }

    /** A command that nothing stands in the way of, and whose credential it is about. */
    record Granted(int place, CredentialKey key, PostCredential command) {}

    /**
     * Makes the credentials. Several commands about one credential follow one another. What is refused does not cost the others.
     *
     * @return what became of each command, in their order
     */
    @Transactional
    public List<Posted> apply(List<PostCredential> commands) {
        Map<Integer, LearnerId> named = new HashMap<>(learners.resolve(commands));
        locks.lock(named.values().stream().map(LearnerId::value).toList());
        // Who retired before we had the lock is nobody, and nothing is noted about such a person any more.
        named.values().removeAll(retired.retired(Set.copyOf(named.values())));
        // In the order in which credentials are settled: the dates of the runs, then the catalogue.
        locks.hold(CourseCertificateStore.subjects(runs(commands)));
        locks.hold(List.of(AwardingBasis.KEY));
        Map<CredentialKey, Indexed> existing = index.of(keys(commands, named));
        Posted[] results = new Posted[commands.size()];
        List<Granted> granted = new ArrayList<>();
        List<Placing> placings = new ArrayList<>();
        PostingTerms.Known known = terms.load(commands);
        for (int place = 0; place < commands.size(); place++) {
            PostCredential command = commands.get(place);
            @Nullable LearnerId learner = named.get(place);
            Posted.Refused refusal = learner == null ? Posted.UNKNOWN_LEARNER : known.refusal(command.subject());
            if (learner == null || refusal != null) {
                results[place] = Objects.requireNonNull(refusal);
                continue;
            }
            CredentialKey key = new CredentialKey(learner, command.subject());
            Indexed before = existing.get(key);
            String mode = known.mode(command, before == null ? null : before.mode());
            if (key.courseKey() != null && mode == null) {
                results[place] = Posted.MODE_MISSING;
                continue;
            }
            placings.add(new Placing(key, command.status(), mode, command.cause()));
            granted.add(new Granted(place, key, command));
        }
        terms.configure(placings);
        ordering.place(placings);
        Map<CredentialKey, Indexed> now =
                index.of(granted.stream().map(Granted::key).toList());
        details.note(granted, now);
        for (Granted each : granted) {
            Indexed found = Objects.requireNonNull(now.get(each.key()));
            results[each.place()] = new Posted.Done(found.uuid(), each.command().status());
        }
        return List.of(results);
    }

    private static Set<CourseKey> runs(List<PostCredential> commands) {
        Set<CourseKey> runs = new HashSet<>();
        commands.forEach(command -> {
            if (command.subject() instanceof CredentialSubject.OfRun(CourseKey key)) {
                runs.add(key);
            }
        });
        return runs;
    }

    private static Set<CredentialKey> keys(List<PostCredential> commands, Map<Integer, LearnerId> named) {
        Set<CredentialKey> keys = new HashSet<>();
        named.forEach((place, learner) ->
                keys.add(new CredentialKey(learner, commands.get(place).subject())));
        return keys;
    }
}
