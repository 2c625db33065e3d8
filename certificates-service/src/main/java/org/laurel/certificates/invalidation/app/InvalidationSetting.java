package org.laurel.certificates.invalidation.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.invalidation.db.InvalidationQuery;
import org.laurel.certificates.invalidation.db.InvalidationTable;
import org.laurel.certificates.invalidation.domain.Examination;
import org.laurel.certificates.invalidation.domain.Invalidate;
import org.laurel.certificates.invalidation.domain.Invalidation;
import org.laurel.certificates.invalidation.domain.Obstacle;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.app.Folded;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.kit.lock.KeyLocks;

/**
 * Declares certificates invalid: they become unavailable at once, and no evaluation grants them before the invalidation is
 * taken back. Invalidating again stores the new notes and author. Source: certificates, invalidation.
 */
@ApplicationScoped
public class InvalidationSetting {

    private final KeyLocks locks;
    private final InvalidationQuery invalidations;
    private final InvalidationTable table;
    private final FactFolding folding;
    private final Clock clock;

    InvalidationSetting(
            KeyLocks locks,
            InvalidationQuery invalidations,
            InvalidationTable table,
            FactFolding folding,
            Clock clock) {
        this.locks = locks;
        this.invalidations = invalidations;
        this.table = table;
        this.folding = folding;
        this.clock = clock;
    }

    /**
     * Applies the commands in order, at most 1,000 at a time; what is refused to one does not touch the others.
     *
     * @return the result of each command, in their order
     */
    @Transactional
    public List<InvalidationResult> apply(List<Invalidate> commands) {
        List<CaseKey> keys = commands.stream().map(Invalidate::key).distinct().toList();
        locks.lock(keys.stream().map(key -> key.learnerId().value()).toList());
        Map<CaseKey, Invalidation> before = invalidations.invalidations(keys);
        Map<CaseKey, Examination> examinations = invalidations.examinations(keys);
        Map<CaseKey, Invalidate> changes = new LinkedHashMap<>();
        List<@Nullable Obstacle> refusals = new ArrayList<>(commands.size());
        for (Invalidate command : commands) {
            Examination examination = examinations.getOrDefault(command.key(), Examination.UNKNOWN);
            Optional<Obstacle> obstacle = obstacle(command, examination);
            if (obstacle.isEmpty()) {
                if (changes.containsKey(command.key())
                        || differs(command, before.get(command.key()), examination.status())) {
                    changes.put(command.key(), command);
                }
                examinations.put(command.key(), examination.afterwards());
            }
            refusals.add(obstacle.orElse(null));
        }
        return results(commands, refusals, before, List.copyOf(changes.values()));
    }

    private List<InvalidationResult> results(
            List<Invalidate> commands,
            List<@Nullable Obstacle> refusals,
            Map<CaseKey, Invalidation> before,
            List<Invalidate> changes) {
        Instant now = clock.instant();
        Map<CaseKey, Invalidation> after = new HashMap<>(before);
        table.activate(changes, now).forEach(active -> after.put(active.key(), active));
        Map<CaseKey, Folded> folded = folding
                .apply(changes.stream().map(InvalidationSetting::fact).toList())
                .stream()
                .collect(Collectors.toMap(Folded::key, result -> result));
        List<InvalidationResult> results = new ArrayList<>(commands.size());
        for (int i = 0; i < commands.size(); i++) {
            CaseKey key = commands.get(i).key();
            Obstacle refusal = refusals.get(i);
            results.add(
                    refusal == null
                            ? new InvalidationResult.Active(Objects.requireNonNull(after.get(key)), folded.get(key))
                            : new InvalidationResult.Refused(refusal));
        }
        return results;
    }

    private static Optional<Obstacle> obstacle(Invalidate command, Examination examination) {
        if (command.notes().length() > Obstacle.LONGEST_NOTES) {
            return Optional.of(Obstacle.NOTES_TOO_LONG);
        }
        return examination.hasCertificate()
                ? examination.first(command.unless())
                : Optional.of(Obstacle.NO_CERTIFICATE);
    }

    private static FactCommand fact(Invalidate command) {
        return new FactCommand.Happen(
                command.key(), Fact.Invalidated.KIND, order -> new Fact.Invalidated(order, true), command.cause());
    }

    /** What another system stated in the meantime may have made the certificate available in spite of an invalidation. */
    private static boolean differs(
            Invalidate command, @Nullable Invalidation before, @Nullable CertificateStatus status) {
        return before == null
                || !before.active()
                || !before.notes().equals(command.notes())
                || !before.by().equals(command.by())
                || status != CertificateStatus.UNAVAILABLE;
    }
}
