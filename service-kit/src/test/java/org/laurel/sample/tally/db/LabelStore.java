package org.laurel.sample.tally.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.sample.tally.domain.Label;

/** The table of labels. */
@ApplicationScoped
public class LabelStore {

    private final Sql sql;

    LabelStore(Sql sql) {
        this.sql = sql;
    }

    /** The labels of these learners, by learner. */
    public Map<String, Label> of(Collection<String> learners) {
        Map<String, Label> labels = new HashMap<>();
        sql.query("select * from tally_label where learner_id = any(?::text[])", LabelStore::label, (Object)
                        learners.toArray(String[]::new))
                .forEach(label -> labels.put(label.learnerId(), label));
        return labels;
    }

    /** Writes labels, one for each learner. */
    public void save(List<Label> labels) {
        sql.update(
                """
                insert into tally_label (learner_id, label, occurred_at, sequence, source, event_id)
                select l, t, o::timestamptz, s, u, e
                from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[]) as n (l, t, o, s, u, e)
                on conflict (learner_id) do update set label = excluded.label, occurred_at = excluded.occurred_at,
                    sequence = excluded.sequence, source = excluded.source, event_id = excluded.event_id
                """,
                Column.texts(labels, Label::learnerId),
                Column.texts(labels, Label::text),
                Column.texts(labels, label -> label.order().occurredAt()),
                Column.longs(labels, label -> label.order().sequence()),
                Column.texts(labels, label -> label.order().source()),
                Column.texts(labels, label -> label.order().id()));
    }

    private static Label label(ResultSet row) throws SQLException {
        FactOrder order = new FactOrder(
                Row.instant(row, "occurred_at"),
                row.getLong("sequence"),
                0,
                Row.text(row, "source"),
                Row.text(row, "event_id"));
        return new Label(Row.text(row, "learner_id"), Row.text(row, "label"), order);
    }
}
