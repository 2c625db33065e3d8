package org.laurel.certificates.issuance.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.certificates.issuance.db.CompletionLog;
import org.laurel.certificates.issuance.db.CompletionLog.Entry;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.issuance.domain.FactCommand.TakeIn;
import org.laurel.certificates.issuance.domain.Snapshots;
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
    public record Progress(CaseKey key, Fact.Progressed snapshot, Cause cause) {}

    /** Takes the snapshots in; their order and repetition make no difference to the result. */
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
        log.keep(newest(told.stream()
                .filter(one -> !counting.contains(one.key().courseKey()))
                .toList()));
        List<FactCommand> facts = told.stream()
                .filter(one -> counting.contains(one.key().courseKey()))
                .<FactCommand>map(one -> new TakeIn(one.key(), one.snapshot(), null, one.cause()))
                .toList();
        if (!facts.isEmpty()) {
            folding.apply(facts);
        }
    }

    private static List<Entry> newest(List<Progress> told) {
        Map<CaseKey, List<Fact>> snapshots = new LinkedHashMap<>();
        told.forEach(one ->
                snapshots.computeIfAbsent(one.key(), key -> new ArrayList<>()).add(one.snapshot()));
        List<Entry> entries = new ArrayList<>(snapshots.size());
        snapshots.forEach((key, facts) -> entries.add(
                new Entry(key, (Fact.Progressed) Snapshots.placed(facts).getLast())));
        return entries;
    }
}
