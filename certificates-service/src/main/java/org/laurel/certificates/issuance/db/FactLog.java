package org.laurel.certificates.issuance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand.TakeIn;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** All facts about learners in course runs, each once. Rows are added, never changed but for the erasure of a learner. */
@ApplicationScoped
public class FactLog {

    private final Sql sql;

    FactLog(Sql sql) {
        this.sql = sql;
    }

    /** Adds facts; those that are there already stay. */
    public void append(List<TakeIn> commands) {
        if (commands.isEmpty()) {
            return;
        }
        List<Line> lines = commands.stream().map(Line::of).toList();
        sql.update(
                """
                insert into standing_fact (learner_id, course_key, occurred_at, sequence, kind, source, event_id, passing,
                                           grade, mode, is_active, percent, detail)
                select t.learner_id, t.course_key, t.occurred_at::timestamptz, t.sequence, t.kind, t.source, t.event_id,
                       t.passing, t.grade::numeric, t.mode, t.is_active, t.percent::numeric, t.detail::jsonb
                from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::text[], ?::text[], ?::bool[],
                            ?::text[], ?::text[], ?::bool[], ?::text[], ?::text[])
                     as t (learner_id, course_key, occurred_at, sequence, kind, source, event_id, passing, grade, mode,
                           is_active, percent, detail)
                on conflict do nothing
                """,
                Column.texts(lines, line -> line.key().learnerId()),
                Column.texts(lines, line -> line.key().courseKey()),
                Column.texts(lines, line -> line.order().occurredAt()),
                Column.longs(lines, line -> line.order().sequence()),
                Column.integers(lines, line -> line.order().kind()),
                Column.texts(lines, line -> line.order().source()),
                Column.texts(lines, line -> line.order().id()),
                Column.flags(lines, Line::passing),
                Column.texts(lines, Line::grade),
                Column.texts(lines, Line::mode),
                Column.flags(lines, Line::active),
                Column.texts(lines, Line::percent),
                Column.texts(lines, Line::detail));
    }

    /**
     * All facts of the given cases that are folded: of completion, those of course runs in whose certificates it has ever played
     * a part.
     */
    public Map<CaseKey, List<Fact>> load(Collection<CaseKey> cases) {
        return load(cases, null, false);
    }

    /** The facts of the given cases that were known at a time, null for all; with the completion in all course runs. */
    public Map<CaseKey, List<Fact>> loadKnownAt(Collection<CaseKey> cases, @Nullable Instant known) {
        return load(cases, known, true);
    }

    private Map<CaseKey, List<Fact>> load(Collection<CaseKey> cases, @Nullable Instant known, boolean allCompletions) {
        Map<CaseKey, List<Fact>> facts = new HashMap<>();
        if (cases.isEmpty()) {
            return facts;
        }
        List<CaseKey> keys = List.copyOf(cases);
        sql.query(
                """
                with wanted as (
                    select t.*, coalesce(?::timestamptz, 'infinity') as known
                    from unnest(?::text[], ?::text[]) as t (learner_id, course_key))
                select learner_id, course_key, f.occurred_at, f.sequence, f.kind, f.source, f.event_id, f.passing, f.grade, f.mode,
                       f.is_active, f.percent, f.detail
                from wanted w join standing_fact f using (learner_id, course_key)
                where f.recorded_at <= w.known
                union all
                select learner_id, course_key, c.occurred_at, c.version, ?, c.source, c.event_id, null, null, null, null,
                       c.percent, null
                from wanted w join course_completion c using (learner_id, course_key)
                where c.recorded_at <= w.known and (? or course_key in (
                    select p.course_key from run_policy p
                    where p.course_key = any(?) and p.completion_threshold is not null))
                """,
                row -> facts.computeIfAbsent(CaseRow.key(row), key -> new ArrayList<>())
                        .add(fact(row)),
                known,
                Column.texts(keys, CaseKey::learnerId),
                Column.texts(keys, CaseKey::courseKey),
                Fact.Progressed.KIND,
                allCompletions,
                keys.stream().map(key -> key.courseKey().value()).distinct().toArray(String[]::new));
        return facts;
    }

    /** When the newest fact of a source happened, for those of the cases that have one. */
    public Map<CaseKey, Instant> newest(List<CaseKey> cases, String source) {
        Map<CaseKey, Instant> newest = new HashMap<>();
        sql.query(
                """
                select learner_id, course_key, max(f.occurred_at) as occurred_at
                from unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                join standing_fact f using (learner_id, course_key)
                where f.source = ? group by learner_id, course_key
                """,
                row -> newest.put(CaseRow.key(row), Row.instant(row, "occurred_at")) == null,
                Column.texts(cases, CaseKey::learnerId),
                Column.texts(cases, CaseKey::courseKey),
                source);
        return newest;
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return FactDetail.read(
                new FactOrder(
                        Row.instant(row, "occurred_at"),
                        row.getLong("sequence"),
                        row.getInt("kind"),
                        Row.text(row, "source"),
                        Row.text(row, "event_id")),
                row);
    }

    private record Line(
            CaseKey key,
            FactOrder order,
            @Nullable Boolean passing,
            @Nullable String grade,
            @Nullable String mode,
            @Nullable Boolean active,
            @Nullable BigDecimal percent,
            @Nullable String detail) {

        static Line of(TakeIn command) {
            CaseKey key = command.key();
            FactOrder order = command.fact().order();
            return switch (command.fact()) {
                case Fact.Enrolled enrolled ->
                    new Line(key, order, null, null, enrolled.mode(), enrolled.active(), null, null);
                case Fact.PassingStatus status -> {
                    String grade =
                            status.grade() == null ? null : status.grade().toPlainString();
                    yield new Line(key, order, status.passing(), grade, null, null, null, null);
                }
                case Fact.Graded graded ->
                    new Line(key, order, null, graded.grade().toPlainString(), null, null, null, null);
                case Fact.BetaTester beta -> new Line(key, order, null, null, null, beta.tester(), null, null);
                case Fact.Invalidated invalid -> new Line(key, order, null, null, null, invalid.active(), null, null);
                case Fact.Progressed progressed ->
                    new Line(key, order, null, null, null, null, progressed.percent(), null);
                case Fact other -> new Line(key, order, null, null, null, null, null, FactDetail.write(other));
            };
        }
    }
}
