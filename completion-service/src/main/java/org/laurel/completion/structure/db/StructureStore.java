package org.laurel.completion.structure.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.laurel.completion.structure.db.CourseGraphs.GraphKey;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.PublicationHead;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Every published structure. */
@ApplicationScoped
public class StructureStore {

    /** The newest publication of each of an array of course keys. */
    private static final String NEWEST = """
            from unnest(?::text[]) as k (course_key) cross join lateral (
                select s.* from course_structure s where s.course_key = k.course_key
                order by s.occurred_at desc, s.version desc, s.content_hash desc limit 1) as newest
            """;

    /** Documents of so many blocks take some 10 MB while they are read. */
    private static final int BLOCKS_AT_ONCE = 50_000;

    private final Sql sql;
    private final StructureDocuments documents;

    StructureStore(Sql sql, StructureDocuments documents) {
        this.sql = sql;
        this.documents = documents;
    }

    /** A structure to keep, and why. */
    public record Arrived(CourseStructure structure, StructureDocuments.Document document, Cause cause) {

        /** What tells it from other publications. */
        public PublicationHead head() {
            return new PublicationHead(structure.occurredAt(), structure.version(), document.hash());
        }
    }

    /** A publication of a course run. */
    public record Identity(CourseKey courseKey, PublicationHead head) {}

    /** The newest publications; course runs without any are left out. */
    public Map<CourseKey, PublicationHead> newest(Collection<CourseKey> courseKeys) {
        return sql
                .query(
                        "select newest.course_key, newest.occurred_at, newest.version, newest.content_hash " + NEWEST,
                        StructureStore::identity,
                        (Object) Column.texts(List.copyOf(courseKeys), CourseKey::value))
                .stream()
                .collect(Collectors.toMap(Identity::courseKey, Identity::head));
    }

    /** The ids of the newest publications; course runs without any are left out. */
    Map<CourseKey, Long> newestIds(Collection<CourseKey> courseKeys) {
        return sql
                .query(
                        "select newest.course_key, newest.id " + NEWEST,
                        row -> Map.entry(new CourseKey(Row.text(row, "course_key")), row.getLong("id")),
                        (Object) Column.texts(List.copyOf(courseKeys), CourseKey::value))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What counts in a course run now: its newest publication by the newest registry of block types. */
    Optional<GraphKey> newestKey(CourseKey courseKey) {
        return sql.first("""
                select id, coalesce((select max(version) from block_types), 0) as types_version
                from course_structure where course_key = ?
                order by occurred_at desc, version desc, content_hash desc limit 1
                """, row -> new GraphKey(row.getLong("id"), row.getLong("types_version")), courseKey.value());
    }

    /** Course runs that have a structure and learners whose sums follow it. */
    public List<String> runsWithLearners() {
        return sql.query("""
                select s.course_key from (select distinct course_key from course_structure) s
                where exists (select from course_progress p where p.course_key = s.course_key)
                """, row -> Row.text(row, "course_key"));
    }

    /** Structures by id. */
    Map<Long, CourseStructure> load(Collection<Long> ids) {
        return sql
                .query(
                        "select * from course_structure where id = any(?)",
                        row -> Map.entry(row.getLong("id"), structure(row)),
                        (Object) ids.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Hands over structures one by one, as many with a statement as have {@link #BLOCKS_AT_ONCE} blocks together.
     *
     * @throws IllegalStateException when one is not there
     */
    void each(Collection<Long> ids, BiConsumer<Long, CourseStructure> taker) {
        Set<Long> left = new HashSet<>(ids);
        while (!left.isEmpty()) {
            int before = left.size();
            sql.query(
                    """
                    select * from (
                        select s.*, sum(block_count) over (order by id) - block_count as blocks_before
                        from course_structure s where id = any(?)) as s
                    where blocks_before < ?
                    """,
                    row -> {
                        taker.accept(row.getLong("id"), structure(row));
                        return left.remove(row.getLong("id"));
                    },
                    left.toArray(Long[]::new),
                    BLOCKS_AT_ONCE);
            if (left.size() == before) {
                throw new IllegalStateException("structures are gone: " + left);
            }
        }
    }

    /** Keeps structures and returns those that were not there yet. */
    public Set<Identity> append(List<Arrived> structures) {
        if (structures.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(sql.query(
                """
                insert into course_structure (course_key, occurred_at, version, content_hash, root, blocks, changed_by,
                                              cause_id, block_count)
                select t.course_key, t.occurred_at::timestamptz, t.version, t.content_hash, t.root, t.blocks, t.changed_by,
                       t.cause_id, t.block_count
                from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                     as t (course_key, occurred_at, version, content_hash, root, blocks, changed_by, cause_id, block_count)
                on conflict (course_key, occurred_at, version, content_hash) do nothing
                returning course_key, occurred_at, version, content_hash
                """,
                StructureStore::identity,
                Column.texts(structures, arrived -> arrived.structure().courseKey()),
                Column.texts(structures, arrived -> arrived.structure().occurredAt()),
                Column.longs(structures, arrived -> arrived.structure().version()),
                Column.texts(structures, arrived -> arrived.document().hash()),
                Column.texts(structures, arrived -> arrived.structure().root()),
                Column.texts(structures, arrived -> arrived.document().text()),
                Column.texts(structures, arrived -> arrived.cause().by()),
                Column.texts(structures, arrived -> arrived.cause().id()),
                Column.longs(structures, arrived ->
                        (long) arrived.structure().blocks().size())));
    }

    private CourseStructure structure(ResultSet row) throws SQLException {
        return new CourseStructure(
                new CourseKey(Row.text(row, "course_key")),
                row.getLong("version"),
                Row.text(row, "root"),
                documents.read(Row.text(row, "blocks")),
                Row.instant(row, "occurred_at"));
    }

    private static Identity identity(ResultSet row) throws SQLException {
        return new Identity(
                new CourseKey(Row.text(row, "course_key")),
                new PublicationHead(
                        Row.instant(row, "occurred_at"), row.getLong("version"), Row.text(row, "content_hash")));
    }
}
