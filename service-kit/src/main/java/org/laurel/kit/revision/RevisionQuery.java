package org.laurel.kit.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Sql;

/** Reads settings and their histories. */
@ApplicationScoped
public class RevisionQuery {

    private final Sql sql;

    RevisionQuery(Sql sql) {
        this.sql = sql;
    }

    /** The revision that holds; empty when nobody has said anything yet. */
    public Optional<Revision> current(String subject) {
        return history(subject, null, 1).stream().findFirst();
    }

    /**
     * The revisions of a setting, newest first.
     *
     * @param before only those older than the revision with this id; null starts with the newest
     */
    public List<Revision> history(String subject, @Nullable Long before, int limit) {
        return sql.query(
                "select * from setting_revision where subject = ? and id < ? order by id desc limit ?",
                RevisionTable::revision,
                subject,
                before == null ? Long.MAX_VALUE : before,
                limit);
    }
}
