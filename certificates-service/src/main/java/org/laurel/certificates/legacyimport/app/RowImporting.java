package org.laurel.certificates.legacyimport.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.app.Folded;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.learner.db.LearnerDirectory;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.legacyimport.db.ImportRows;
import org.laurel.certificates.legacyimport.db.ImportRows.Outcome;
import org.laurel.certificates.legacyimport.db.ImportRows.Place;
import org.laurel.certificates.legacyimport.db.ImportRows.Placed;
import org.laurel.certificates.legacyimport.db.ImportRows.Staged;
import org.laurel.certificates.legacyimport.db.ImportTable;
import org.laurel.certificates.legacyimport.db.ImportTable.Locked;
import org.laurel.certificates.legacyimport.db.ImportedStateQuery;
import org.laurel.certificates.legacyimport.db.ImportedStateQuery.Statement;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** Imports rows: each is accepted or refused by itself, and those that are accepted share each statement. */
@ApplicationScoped
public class RowImporting {

    private static final String IMPORTED = "imported";
    private static final String UNCHANGED = "unchanged";

    private final ImportTable imports;
    private final ImportRows rows;
    private final RowChecking checking;
    private final ImportedStateQuery state;
    private final LearnerDirectory learners;
    private final FactFolding folding;

    RowImporting(
            ImportTable imports,
            ImportRows rows,
            RowChecking checking,
            ImportedStateQuery state,
            LearnerDirectory learners,
            FactFolding folding) {
        this.imports = imports;
        this.rows = rows;
        this.checking = checking;
        this.state = state;
        this.learners = learners;
        this.folding = folding;
    }

    /** How many rows had which outcome; those that were refused by {@code refused.<code>}. */
    public record Worked(Map<String, Long> counts) {}

    /** Works the rows at these places off; those that are worked off already are only counted. */
    @Transactional
    public Worked apply(long importId, List<Place> places) {
        Locked locked = imports.lock(importId).orElseThrow(() -> ImportProblems.unknown(importId));
        List<Staged> staged = rows.take(importId, places);
        List<Outcome> outcomes = work(
                locked,
                staged.stream()
                        .filter(row -> row.became() == null)
                        .map(Staged::placed)
                        .toList());
        rows.settle(importId, outcomes);
        return new Worked(Stream.concat(
                        staged.stream().map(Staged::became).filter(Objects::nonNull),
                        outcomes.stream().map(Outcome::became))
                .collect(Collectors.groupingBy(became -> became, Collectors.counting())));
    }

    private List<Outcome> work(Locked locked, List<Placed> placed) {
        if (placed.isEmpty()) {
            return List.of();
        }
        List<CheckedRow> checked = checking.apply(locked.id(), placed);
        List<CheckedRow> accepted =
                checked.stream().filter(row -> row.refused() == null).toList();
        Map<CaseKey, String> became = locked.dryRun() ? checkedOnly(accepted) : stated(locked, accepted);
        return checked.stream()
                .map(row -> row.refused() == null
                        ? Outcome.accepted(
                                row.placed(), row.requiredKey(), became.getOrDefault(row.requiredKey(), UNCHANGED))
                        : Outcome.refused(row.placed().place(), row.key(), row.refused()))
                .toList();
    }

    private Map<CaseKey, String> checkedOnly(List<CheckedRow> accepted) {
        return fresh(accepted).stream().collect(Collectors.toMap(CheckedRow::requiredKey, row -> "would_import"));
    }

    private Map<CaseKey, String> stated(Locked locked, List<CheckedRow> accepted) {
        List<CheckedRow> fresh = fresh(accepted);
        Map<LearnerId, Learner> snapshots = snapshots(fresh);
        long number = Objects.requireNonNull(locked.jobId(), "rows are worked off by the import's job");
        // No reason: the cause leads to the import, and searches for what people have written read no rows of machines.
        Cause cause = Cause.of(locked.createdBy(), locked.causeId());
        List<FactCommand> commands = new ArrayList<>(fresh.size());
        for (CheckedRow row : fresh) {
            commands.add(new FactCommand.TakeIn(
                    row.requiredKey(),
                    row.required().fact(number),
                    snapshots.get(row.requiredKey().learnerId()),
                    cause,
                    locked.announce()));
        }
        return folding.apply(commands).stream()
                .collect(Collectors.toMap(Folded::key, RowImporting::outcome, (one, other) -> one));
    }

    /** Rows that say something else than the last import that was about the same case. */
    private List<CheckedRow> fresh(List<CheckedRow> accepted) {
        Set<Statement> known =
                state.known(accepted.stream().map(RowImporting::statement).toList());
        return accepted.stream().filter(row -> !known.contains(statement(row))).toList();
    }

    private static Statement statement(CheckedRow row) {
        return new Statement(row.requiredKey(), row.required().fingerprint());
    }

    /**
     * Snapshots of learners of whom nothing is known here yet, each by the newest of its rows. Others are known better already: an
     * old name that became known late would reach certificates that were granted in between.
     */
    private Map<LearnerId, Learner> snapshots(List<CheckedRow> fresh) {
        Map<LearnerId, CheckedRow> newest = new HashMap<>();
        for (CheckedRow row : fresh) {
            if (row.required().account() != null) {
                newest.merge(
                        row.requiredKey().learnerId(),
                        row,
                        (one, other) -> one.required()
                                        .modifiedAt()
                                        .isBefore(other.required().modifiedAt())
                                ? other
                                : one);
            }
        }
        Set<LearnerId> known = learners.people(newest.keySet()).keySet();
        Map<LearnerId, Learner> snapshots = new LinkedHashMap<>();
        newest.forEach((id, row) -> {
            @Nullable Learner snapshot = row.snapshot();
            if (!known.contains(id) && snapshot != null) {
                snapshots.put(id, snapshot);
            }
        });
        return snapshots;
    }

    private static String outcome(Folded folded) {
        if (folded.withheld()) {
            return "withheld";
        }
        return folded.changed() ? IMPORTED : UNCHANGED;
    }
}
