package org.laurel.completion.structure.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laurel.completion.structure.domain.PublicationHead;
import org.laurel.completion.structure.domain.StaleBlock;
import org.laurel.completion.structure.domain.Staleness;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads which blocks changed after the structure that counts was published. */
@ApplicationScoped
public class StaleBlocksQuery {

    private final Sql sql;
    private final StructureStore structures;

    StaleBlocksQuery(Sql sql, StructureStore structures) {
        this.sql = sql;
        this.structures = structures;
    }

    private record Stale(StaleBlock block, long count) {}

    /**
     * How far a course run's structure is behind; empty when neither a structure nor a change is known.
     *
     * @param most how many blocks are named
     */
    public Optional<Staleness> of(CourseKey courseKey, int most) {
        Optional<PublicationHead> head =
                Optional.ofNullable(structures.newest(List.of(courseKey)).get(courseKey));
        String published = head.map(known -> known.occurredAt().toString()).orElse(null);
        List<Stale> stale = sql.query(
                """
                select block_key, occurred_at, count(*) over () as blocks from stale_block
                where course_key = ? and (?::timestamptz is null or occurred_at > ?::timestamptz)
                order by occurred_at desc, block_key limit ?
                """,
                row -> new Stale(
                        new StaleBlock(courseKey, Row.text(row, "block_key"), Row.instant(row, "occurred_at")),
                        row.getLong("blocks")),
                courseKey.value(),
                published,
                published,
                most);
        if (head.isEmpty() && stale.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Staleness(
                head.map(PublicationHead::occurredAt).orElse(null),
                stale.isEmpty() ? 0 : stale.getFirst().count(),
                stale.stream().map(Stale::block).toList()));
    }
}
