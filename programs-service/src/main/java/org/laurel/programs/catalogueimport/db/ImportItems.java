package org.laurel.programs.catalogueimport.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.catalogueimport.domain.ItemKind;
import org.laurel.programs.catalogueimport.domain.Outcome;
import org.laurel.programs.catalogueimport.domain.Place;

/** The items of imports: one statement for all items of a call. */
@ApplicationScoped
public class ImportItems {

    private static final int DROPPED = 20_000;

    private final Sql sql;
    private final ObjectMapper json;

    ImportItems(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What is known of an item without reading it. */
    public record Waiting(
            Place place, ItemKind kind, @Nullable UUID subject, int size) {}

    /**
     * An item on its way in.
     *
     * @param content its JSON, null once it is worked off
     * @param outcome what became of it, null before
     */
    public record Staged(
            Place place,
            ItemKind kind,
            @Nullable UUID subject,
            @Nullable String content,
            @Nullable String outcome) {}

    /** An item to keep until it is worked off. */
    public record Added(
            Place place, ItemKind kind, @Nullable UUID subject, String content) {}

    /** What became of an item. */
    public record Settled(Place place, Outcome outcome) {}

    /** Adds items of a part. */
    public void add(long importId, List<Added> items) {
        sql.update(
                """
                insert into catalogue_import_item (import_id, part, position, kind, subject, content, size)
                select ?, t.part, t.position, t.kind, t.subject::uuid, t.content, length(t.content)
                from unnest(?::int[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                     as t (part, position, kind, subject, content)
                """,
                importId,
                Column.integers(items, item -> item.place().part()),
                Column.longs(items, item -> item.place().position()),
                Column.texts(items, item -> item.kind().slug()),
                Column.texts(items, Added::subject),
                Column.texts(items, Added::content));
    }

    /** The items after a place, in order. */
    public List<Waiting> after(long importId, Place place, int limit) {
        return sql.query(
                """
                select part, position, kind, subject, size from catalogue_import_item
                where import_id = ? and (part, position) > (?, ?) order by part, position limit ?
                """,
                row -> new Waiting(place(row), kind(row), subject(row), row.getInt("size")),
                importId,
                place.part(),
                place.position(),
                limit);
    }

    /** The items at these places, in order; nobody else works them off until the end of the transaction. */
    public List<Staged> take(long importId, List<Place> places) {
        return sql.query(
                """
                select i.* from unnest(?::int[], ?::bigint[]) as t (part, position)
                join catalogue_import_item i using (part, position)
                where i.import_id = ? order by i.part, i.position for update of i
                """,
                row -> new Staged(
                        place(row), kind(row), subject(row), row.getString("content"), row.getString("outcome")),
                Column.integers(places, Place::part),
                Column.longs(places, Place::position),
                importId);
    }

    /** Keeps outcomes and forgets what the items said. */
    public void settle(long importId, List<Settled> items) {
        sql.update(
                """
                update catalogue_import_item i set outcome = t.outcome, code = t.code, violations = t.violations::jsonb,
                                                   content = null
                from unnest(?::int[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                     as t (part, position, outcome, code, violations)
                where i.import_id = ? and i.part = t.part and i.position = t.position
                """,
                Column.integers(items, item -> item.place().part()),
                Column.longs(items, item -> item.place().position()),
                Column.texts(items, item -> item.outcome().word()),
                Column.texts(items, item -> item.outcome().code()),
                Column.texts(items, item -> flaws(item.outcome())),
                importId);
    }

    /** Drops items that were never worked off, of imports that have ended; tells whether there may be more. */
    public boolean dropLeftOver() {
        return drop("i.state in ('done', 'cancelled') and w.outcome is null");
    }

    /** Drops the reports of imports that ended before a time, item by item; tells whether there may be more. */
    public boolean dropReports(Instant endedBefore) {
        return drop("i.finished_at < ?", endedBefore);
    }

    private boolean drop(String condition, Object... arguments) {
        return sql.update("""
                        delete from catalogue_import_item d using (
                            select w.import_id, w.part, w.position
                            from catalogue_import_item w join catalogue_import i on i.id = w.import_id
                            where %s limit %d) t
                        where d.import_id = t.import_id and d.part = t.part and d.position = t.position
                        """.formatted(condition, DROPPED), arguments) == DROPPED;
    }

    private @Nullable String flaws(Outcome outcome) {
        try {
            return outcome.flaws().isEmpty() ? null : json.writeValueAsString(outcome.flaws());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getInt("part"), row.getLong("position"));
    }

    private static ItemKind kind(ResultSet row) throws SQLException {
        return ItemKind.of(Row.text(row, "kind")).orElseThrow();
    }

    private static @Nullable UUID subject(ResultSet row) throws SQLException {
        return row.getObject("subject", UUID.class);
    }
}
