package org.laurel.completion.standing.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.laurel.completion.standing.domain.LearnerBlocks;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** What platforms assigned to single learners. */
@ApplicationScoped
public class LearnerBlocksStore {

    private final Sql sql;
    private final ObjectMapper json;

    LearnerBlocksStore(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Takes assignments in; the newest of each parent block wins. */
    public void save(List<LearnerBlocks> assigned) {
        sql.update(
                """
                insert into learner_blocks as b (course_key, learner_id, parent, selected, releases, occurred_at, sequence,
                                                 source, event_id)
                select distinct on (t.course_key, t.learner_id, t.parent) t.course_key, t.learner_id, t.parent,
                       t.selected::jsonb, t.releases::jsonb, t.occurred_at::timestamptz, t.sequence, t.source, t.event_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[])
                     as t (course_key, learner_id, parent, selected, releases, occurred_at, sequence, source, event_id)
                order by t.course_key, t.learner_id, t.parent, t.occurred_at::timestamptz desc, t.sequence desc,
                         t.source collate "C" desc, t.event_id collate "C" desc
                on conflict (course_key, learner_id, parent) do update set selected = excluded.selected,
                    releases = excluded.releases, occurred_at = excluded.occurred_at, sequence = excluded.sequence,
                    source = excluded.source, event_id = excluded.event_id
                where (b.occurred_at, b.sequence, b.source collate "C", b.event_id collate "C")
                    < (excluded.occurred_at, excluded.sequence, excluded.source collate "C", excluded.event_id collate "C")
                """,
                Column.texts(assigned, one -> one.key().courseKey()),
                Column.texts(assigned, one -> one.key().learnerId()),
                Column.texts(assigned, LearnerBlocks::parent),
                Column.texts(assigned, one -> text(new TreeSet<>(one.selected()))),
                Column.texts(assigned, one -> text(new TreeMap<>(one.releases()))),
                Column.texts(assigned, one -> one.place().occurredAt()),
                Column.longs(assigned, one -> one.place().sequence()),
                Column.texts(assigned, one -> one.place().source()),
                Column.texts(assigned, one -> one.place().id()));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
