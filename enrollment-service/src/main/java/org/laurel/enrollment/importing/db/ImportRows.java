package org.laurel.enrollment.importing.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.importing.domain.RawRow;
import org.laurel.enrollment.importing.domain.RowCode;
import org.laurel.enrollment.importing.domain.RowOutcome;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** The rows of imports: one statement for all rows of a call. */
@ApplicationScoped
public class ImportRows {

    private static final int DROPPED = 20_000;

    private final Sql sql;
    private final ObjectMapper json;

    ImportRows(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Where a row stands. */
    public record Place(int part, long line) {}

    /**
     * A row on its way in.
     *
     * @param became how it is counted once it is worked off, null before
     */
    public record Staged(Place place, RawRow row, @Nullable String became) {}

    /**
     * What became of a row.
     *
     * @param subject the ids and keys that it is about, separated by a blank; null when it does not tell
     * @param became how it is counted
     */
    public record Outcome(Place place, @Nullable String subject, String became) {

        /** A row that is refused. */
        public static Outcome refused(Place place, @Nullable String subject, RowCode code) {
            return new Outcome(place, subject, RowOutcome.refused(code));
        }
    }

    /** Adds rows of a part. */
    public void add(long importId, int part, List<RawRow> rows) {
        sql.update(
                """
                insert into data_import_row (import_id, part, line, content, problem)
                select ?, ?, t.line, t.content::jsonb, t.problem
                from unnest(?::bigint[], ?::text[], ?::text[]) as t (line, content, problem)
                """,
                importId,
                part,
                Column.longs(rows, RawRow::line),
                Column.texts(rows, row -> row.problem() == null ? write(row.members()) : null),
                Column.texts(
                        rows,
                        row -> row.problem() == null ? null : row.problem().slug()));
    }

    /** The places of rows after one, in order. */
    public List<Place> after(long importId, Place place, int limit) {
        return sql.query(
                """
                select part, line from data_import_row
                where import_id = ? and (part, line) > (?, ?) order by part, line limit ?
                """,
                row -> new Place(row.getInt("part"), row.getLong("line")),
                importId,
                place.part(),
                place.line(),
                limit);
    }

    /** The rows at these places, in order; nobody else works them off until the end of the transaction. */
    public List<Staged> take(long importId, List<Place> places) {
        return sql.query(
                """
                select r.* from unnest(?::int[], ?::bigint[]) as t (part, line) join data_import_row r using (part, line)
                where r.import_id = ? order by r.part, r.line for update of r
                """, this::staged, Column.integers(places, Place::part), Column.longs(places, Place::line), importId);
    }

    /**
     * Keeps outcomes and forgets what the rows said.
     *
     * @param tried whether the rows were only tried out
     */
    public void settle(long importId, List<Outcome> outcomes, boolean tried) {
        if (outcomes.isEmpty()) {
            return;
        }
        sql.update(
                """
                update data_import_row r set outcome = t.outcome, subject = t.subject, content = null, tried = ?
                from unnest(?::int[], ?::bigint[], ?::text[], ?::text[]) as t (part, line, outcome, subject)
                where r.import_id = ? and r.part = t.part and r.line = t.line
                """,
                tried,
                Column.integers(outcomes, outcome -> outcome.place().part()),
                Column.longs(outcomes, outcome -> outcome.place().line()),
                Column.texts(outcomes, Outcome::became),
                Column.texts(outcomes, Outcome::subject),
                importId);
    }

    /** Which of these learners and course runs are known, or would be by rows of the import that were only tried out. */
    public Set<String> knownOrTried(long importId, List<String> idsAndKeys) {
        return Set.copyOf(sql.query("""
                with t as (select unnest(?::text[]) as id)
                select t.id from t join learner l on l.learner_id = t.id
                union select t.id from t join course_run c on c.course_key = t.id
                union select t.id from t join data_import_row r
                    on r.import_id = ? and r.tried and r.subject = t.id and r.outcome not like 'refused.%'
                """, row -> Row.text(row, "id"), idsAndKeys.toArray(String[]::new), importId));
    }

    /**
     * Drops rows that were never worked off, of imports that have ended, many at a time: they are personal data.
     *
     * @return whether there may be more
     */
    public boolean dropLeftOver() {
        return sql.update("""
                        delete from data_import_row r using (
                            select w.import_id, w.part, w.line from data_import_row w join data_import i on i.id = w.import_id
                            where i.state in ('done', 'cancelled') and w.outcome is null limit ?) t
                        where r.import_id = t.import_id and r.part = t.part and r.line = t.line
                        """, DROPPED) == DROPPED;
    }

    /**
     * Drops the reports of imports that ended before a time, row by row, many at a time.
     *
     * @return whether there may be more
     */
    public boolean dropReports(Instant endedBefore) {
        return sql.update("""
                        delete from data_import_row r using (
                            select w.import_id, w.part, w.line from data_import_row w join data_import i on i.id = w.import_id
                            where i.finished_at < ? limit ?) t
                        where r.import_id = t.import_id and r.part = t.part and r.line = t.line
                        """, endedBefore, DROPPED) == DROPPED;
    }

    private Staged staged(ResultSet row) throws SQLException {
        String content = row.getString("content");
        String problem = row.getString("problem");
        long line = row.getLong("line");
        RawRow raw = problem == null
                ? new RawRow(line, content == null ? Map.of() : read(content), null)
                : RawRow.refused(line, RowCode.of(problem));
        return new Staged(new Place(row.getInt("part"), line), raw, row.getString("outcome"));
    }

    private String write(Map<String, String> members) {
        try {
            return json.writeValueAsString(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> read(String content) throws SQLException {
        try {
            return json.readValue(content, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new SQLException("a row is no JSON", impossible);
        }
    }
}
