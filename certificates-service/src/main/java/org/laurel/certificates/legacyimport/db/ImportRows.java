package org.laurel.certificates.legacyimport.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.legacyimport.domain.RawRow;
import org.laurel.certificates.legacyimport.domain.RowCode;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** The rows of imports: one statement for all rows of a call. */
@ApplicationScoped
public class ImportRows {

    private static final int LONGEST = 512;
    private static final int DROPPED = 20_000;

    private final Sql sql;
    private final ObjectMapper json;

    ImportRows(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Where a row stands. */
    public record Place(int part, long line) {}

    /** A row and where it stands. */
    public record Placed(int part, RawRow row) {

        /** Where it stands. */
        public Place place() {
            return new Place(part, row.line());
        }
    }

    /**
     * A row on its way in.
     *
     * @param became how it is counted once it is worked off, null before
     */
    public record Staged(Placed placed, @Nullable String became) {}

    /**
     * What became of a row.
     *
     * @param key whose certificate it is, null when the row does not tell
     * @param refused why it was refused, null when it was accepted
     * @param became how it is counted
     */
    public record Outcome(
            Place place, @Nullable CaseKey key, @Nullable RowCode refused, String became) {

        /** A row that is accepted. */
        public static Outcome accepted(Placed placed, CaseKey key, String became) {
            return new Outcome(placed.place(), key, null, became);
        }

        /** A row that is refused. */
        public static Outcome refused(Place place, @Nullable CaseKey key, RowCode code) {
            return new Outcome(place, key, code, "refused." + code.slug());
        }
    }

    /** Adds rows of a part. */
    public void add(long importId, int part, List<RawRow> rows) {
        sql.update(
                """
                insert into legacy_import_row (import_id, part, line, learner_id, username, course_key, verify_uuid, content,
                                               problem)
                select ?, ?, t.line, t.learner_id, t.username, t.course_key, t.verify_uuid, t.content::jsonb, t.problem
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (line, learner_id, username, course_key, verify_uuid, content, problem)
                """,
                importId,
                part,
                Column.longs(rows, RawRow::line),
                Column.texts(rows, row -> first(row.members(), "learner_id", "user_id")),
                Column.texts(rows, row -> indexed(row.members().get("username"))),
                Column.texts(rows, row -> first(row.members(), "course_key", "course_id")),
                Column.texts(rows, row -> row.members().get("verify_uuid")),
                Column.texts(rows, row -> row.problem() == null ? write(row.members()) : null),
                Column.texts(
                        rows,
                        row -> row.problem() == null ? null : row.problem().slug()));
    }

    /** The places of rows after one, in the order of the file. */
    public List<Place> after(long importId, Place place, int limit) {
        return sql.query(
                """
                select part, line from legacy_import_row
                where import_id = ? and (part, line) > (?, ?) order by part, line limit ?
                """,
                row -> new Place(row.getInt("part"), row.getLong("line")),
                importId,
                place.part(),
                place.line(),
                limit);
    }

    /** The rows at these places, in the order of the file; nobody else works them off until the end of the transaction. */
    public List<Staged> take(long importId, List<Place> places) {
        return sql.query(
                """
                select r.* from unnest(?::int[], ?::bigint[]) as t (part, line) join legacy_import_row r using (part, line)
                where r.import_id = ? order by r.part, r.line for update of r
                """,
                row -> new Staged(placed(row), row.getString("outcome")),
                Column.integers(places, Place::part),
                Column.longs(places, Place::line),
                importId);
    }

    /** The cases among these that an earlier row of the import was accepted for. */
    public Set<CaseKey> acceptedCases(long importId, List<CaseKey> cases) {
        return Set.copyOf(sql.query(
                """
                select distinct r.learner_id, r.course_key
                from unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                join legacy_import_row r using (learner_id, course_key)
                where r.import_id = ? and r.accepted
                """,
                ImportedStateQuery::key,
                Column.texts(cases, CaseKey::learnerId),
                Column.texts(cases, CaseKey::courseKey),
                importId));
    }

    /** The public ids among these that an earlier accepted row of the import has taken, each with its case. */
    public Map<String, CaseKey> acceptedIds(long importId, List<String> verifyUuids) {
        return sql
                .query(
                        """
                        select learner_id, course_key, verify_uuid from legacy_import_row
                        where import_id = ? and verify_uuid = any(?) and accepted
                        """,
                        row -> Map.entry(Row.text(row, "verify_uuid"), ImportedStateQuery.key(row)),
                        importId,
                        verifyUuids.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    /** Keeps outcomes, forgets what the rows said, and tells which were refused. */
    public void settle(long importId, List<Outcome> outcomes) {
        sql.update(
                """
                update legacy_import_row r
                set accepted = t.accepted, learner_id = t.learner_id, outcome = t.outcome, username = null, content = null
                from unnest(?::int[], ?::bigint[], ?::bool[], ?::text[], ?::text[])
                     as t (part, line, accepted, learner_id, outcome)
                where r.import_id = ? and r.part = t.part and r.line = t.line
                """,
                Column.integers(outcomes, outcome -> outcome.place().part()),
                Column.longs(outcomes, outcome -> outcome.place().line()),
                Column.flags(outcomes, outcome -> outcome.refused() == null),
                Column.texts(
                        outcomes,
                        outcome -> outcome.key() == null ? null : outcome.key().learnerId()),
                Column.texts(outcomes, Outcome::became),
                importId);
        List<Outcome> refused =
                outcomes.stream().filter(outcome -> outcome.refused() != null).toList();
        if (!refused.isEmpty()) {
            sql.update(
                    """
                    insert into legacy_import_problem (import_id, part, line, code)
                    select ?, t.part, t.line, t.code
                    from unnest(?::int[], ?::bigint[], ?::text[]) as t (part, line, code)
                    """,
                    importId,
                    Column.integers(refused, outcome -> outcome.place().part()),
                    Column.longs(refused, outcome -> outcome.place().line()),
                    Column.texts(
                            refused,
                            outcome -> outcome.refused() == null
                                    ? null
                                    : outcome.refused().slug()));
        }
    }

    /**
     * Drops rows of an import that has no use for them any more, many at a time.
     *
     * @return whether there may be more
     */
    public boolean drop(long importId) {
        return sql.update("""
                        delete from legacy_import_row r using (
                            select part, line from legacy_import_row where import_id = ? limit ?) t
                        where r.import_id = ? and r.part = t.part and r.line = t.line
                        """, importId, DROPPED, importId) == DROPPED;
    }

    private Placed placed(ResultSet row) throws SQLException {
        String content = row.getString("content");
        String problem = row.getString("problem");
        long line = row.getLong("line");
        RawRow raw = problem == null
                ? new RawRow(line, content == null ? Map.of() : read(content), null)
                : RawRow.refused(line, RowCode.of(problem));
        return new Placed(row.getInt("part"), raw);
    }

    private static @Nullable String first(Map<String, String> members, String name, String other) {
        String value = members.get(name);
        return indexed(value == null ? members.get(other) : value);
    }

    /** What rows are looked up by; nothing that is accepted is longer, and no index holds texts of any length. */
    private static @Nullable String indexed(@Nullable String value) {
        return value == null || value.length() > LONGEST ? null : value.strip();
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
