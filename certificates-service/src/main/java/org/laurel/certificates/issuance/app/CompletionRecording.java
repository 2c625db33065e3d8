package org.laurel.certificates.issuance.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.certificates.issuance.db.CompletionLog;
import org.laurel.certificates.issuance.db.CompletionLog.Entry;
import org.laurel.certificates.issuance.db.CompletionLog.Version;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.issuance.domain.FactCommand.TakeIn;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;

/**
 * Takes in how much learners have completed of course runs. Where completion plays a part in certificates, or has played one,
 * each snapshot is a fact that is folded. Elsewhere only the newest is kept, for the day on which somebody sets a threshold:
 * one statement for all, whatever their number.
 */
@ApplicationScoped
public class CompletionRecording {

    private final KeyLocks locks;
    private final CompletionLog log;
    private final FactFolding folding;

    CompletionRecording(KeyLocks locks, CompletionLog log, FactFolding folding) {
        this.locks = locks;
        this.log = log;
        this.folding = folding;
    }

    /** A snapshot of a learner's completion of a course run, and what led to it. */
    public record Progress(CaseKey key, Fact.Progressed snapshot, Cause cause) {

        private Version version() {
            return new Version(key, snapshot.version());
        }
    }

    /**
     * Takes the snapshots in; their order and repetition make no difference to the result. Of one version the first that is told
     * counts, under whatever id and time it is told again.
     */
    @Transactional
    public void apply(List<Progress> told) {
        if (told.isEmpty()) {
            return;
        }
        locks.lock(told.stream().map(one -> one.key().learnerId().value()).toList());
        Set<CourseKey> courses = told.stream().map(one -> one.key().courseKey()).collect(Collectors.toSet());
        // Until we have committed nobody sets the first threshold: whoever does finds what we keep.
        locks.hold(courses.stream().map(CourseKey::value).toList());
        Set<CourseKey> counting = log.counting(courses);
        Collection<Progress> once = firstOfEachVersion(told);
        log.keep(once.stream()
                .filter(one -> !counting.contains(one.key().courseKey()))
                .map(one -> new Entry(one.key(), one.snapshot()))
                .toList());
        List<FactCommand> facts = unknown(once.stream()
                .filter(one -> counting.contains(one.key().courseKey()))
                .toList());
        if (!facts.isEmpty()) {
            folding.apply(facts);
        }
    }

    private static Collection<Progress> firstOfEachVersion(List<Progress> told) {
        Map<Version, Progress> first = new LinkedHashMap<>();
        told.forEach(one -> first.putIfAbsent(one.version(), one));
        return first.values();
    }

    /** A version that is told again is the same snapshot, and nobody has to fold anything for it. */
    private List<FactCommand> unknown(List<Progress> told) {
        Set<Version> known = log.known(told.stream().map(Progress::version).toList());
        return told.stream()
                .filter(one -> !known.contains(one.version()))
                .<FactCommand>map(one -> new TakeIn(one.key(), one.snapshot(), null, one.cause()))
                .toList();
    }
}
