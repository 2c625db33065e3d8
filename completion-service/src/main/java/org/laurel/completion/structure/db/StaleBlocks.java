package org.laurel.completion.structure.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.completion.structure.domain.StaleBlock;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Blocks that changed after the structure that counts was published. */
@ApplicationScoped
public class StaleBlocks {

    private final Sql sql;

    StaleBlocks(Sql sql) {
        this.sql = sql;
    }

    /**
     * Keeps the newest change of each block. What a structure has caught up with goes, and what it caught up with before it
     * came is not kept, so the order of arrival changes nothing.
     */
    public void keep(List<StaleBlock> changed) {
        sql.update(
                """
                insert into stale_block (course_key, block_key, occurred_at)
                select t.course_key, t.block_key, max(t.occurred_at::timestamptz)
                from unnest(?::text[], ?::text[], ?::text[]) as t (course_key, block_key, occurred_at)
                group by t.course_key, t.block_key order by t.course_key, t.block_key
                on conflict (course_key, block_key) do update set occurred_at = excluded.occurred_at
                where stale_block.occurred_at < excluded.occurred_at
                """,
                Column.texts(changed, StaleBlock::courseKey),
                Column.texts(changed, StaleBlock::blockKey),
                Column.texts(changed, StaleBlock::occurredAt));
        sql.update("""
                delete from stale_block b where b.course_key = any(?) and exists (
                    select 1 from course_structure s where s.course_key = b.course_key and s.occurred_at >= b.occurred_at)
                """, (Object) Column.texts(changed, StaleBlock::courseKey));
    }
}
