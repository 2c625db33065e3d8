package org.laurel.enrollment.importing.app;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.enrollment.importing.db.ImportRows;
import org.laurel.enrollment.importing.db.ImportRows.Outcome;
import org.laurel.enrollment.importing.db.ImportRows.Place;
import org.laurel.enrollment.importing.db.ImportRows.Staged;
import org.laurel.enrollment.importing.db.ImportTable;
import org.laurel.enrollment.importing.db.ImportTable.Locked;
import org.laurel.enrollment.importing.db.ImportTable.Part;
import org.laurel.enrollment.importing.domain.RowCode;
import org.laurel.enrollment.importing.domain.RowKind;
import org.laurel.enrollment.importing.domain.RowOutcome;

/** Works rows of one part off. A dry run does the same and takes it back. */
@ApplicationScoped
public class RowImporting {

    private static final Set<String> NOT_YET =
            Set.of(RowOutcome.refused(RowCode.LEARNER_UNKNOWN), RowOutcome.refused(RowCode.COURSE_UNKNOWN));

    private final ImportTable imports;
    private final ImportRows rows;
    private final Map<RowKind, RowWork> works;
    private final RowTrial trial;
    private final Clock clock;

    RowImporting(ImportTable imports, ImportRows rows, @All List<RowWork> works, RowTrial trial, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.works = works.stream().collect(Collectors.toMap(RowWork::kind, Function.identity()));
        this.trial = trial;
        this.clock = clock;
    }

    /** What became of the rows at these places, in their order; those that are worked off already stay as they are. */
    @Transactional
    public List<String> apply(long importId, List<Place> places) {
        Locked run = imports.lock(importId).orElseThrow(() -> ImportProblems.unknown(importId));
        Part part = imports.part(importId, places.getFirst().part()).orElseThrow();
        List<Staged> staged = rows.take(importId, places);
        List<Staged> waiting =
                staged.stream().filter(row -> row.became() == null).toList();
        List<Outcome> outcomes = waiting.isEmpty() ? List.of() : work(run, part.kind(), waiting);
        rows.settle(importId, outcomes, run.dryRun());
        Map<Place, String> became = new HashMap<>();
        outcomes.forEach(outcome -> became.put(outcome.place(), outcome.became()));
        return staged.stream()
                .map(row -> Objects.requireNonNullElseGet(
                        row.became(), () -> Objects.requireNonNull(became.get(row.place()))))
                .toList();
    }

    private List<Outcome> work(Locked run, RowKind kind, List<Staged> waiting) {
        RowWork work = Objects.requireNonNull(works.get(kind));
        RowWork.Order order = RowWork.Order.of(run, clock.instant());
        if (!run.dryRun()) {
            return work.work(order, waiting);
        }
        return lenient(run.id(), trial.apply(work, order, waiting));
    }

    /** Where only that is missing which earlier rows of the same import would have brought, the row would be taken. */
    private List<Outcome> lenient(long importId, List<Outcome> outcomes) {
        List<String> missing = outcomes.stream()
                .filter(outcome -> NOT_YET.contains(outcome.became()))
                .flatMap(RowImporting::subjects)
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return outcomes;
        }
        Set<String> there = rows.knownOrTried(importId, missing);
        return outcomes.stream()
                .map(outcome -> NOT_YET.contains(outcome.became())
                                && outcome.subject() != null
                                && subjects(outcome).allMatch(there::contains)
                        ? new Outcome(outcome.place(), outcome.subject(), RowOutcome.CREATED)
                        : outcome)
                .toList();
    }

    private static Stream<String> subjects(Outcome outcome) {
        return outcome.subject() == null
                ? Stream.of()
                : Stream.of(outcome.subject().split(" "));
    }
}
