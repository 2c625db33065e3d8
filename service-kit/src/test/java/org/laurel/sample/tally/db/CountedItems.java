package org.laurel.sample.tally.db;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.kit.sql.Sql;

/** What the sample's job has done; a number that is counted twice shows twice. */
@ApplicationScoped
public class CountedItems {

    private final Sql sql;

    CountedItems(Sql sql) {
        this.sql = sql;
    }

    public void count(String subject, int from, int to) {
        sql.update("insert into job_item (subject, item) select ?, n from generate_series(?, ?) n", subject, from, to);
    }

    /** Keeps how a job ended. */
    public void finished(String subject, String state, long done) {
        sql.update("insert into job_finished (subject, state, done) values (?, ?, ?)", subject, state, done);
    }
}
