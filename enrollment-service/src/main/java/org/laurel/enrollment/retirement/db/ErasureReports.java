package org.laurel.enrollment.retirement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.retirement.domain.ErasureNews;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Which services have reported. A report is kept whether or not the learner's retirement is known. */
@ApplicationScoped
public class ErasureReports {

    private final Sql sql;

    ErasureReports(Sql sql) {
        this.sql = sql;
    }

    /** Keeps reports; the first of a service counts. */
    public void keep(List<ErasureNews> news) {
        sql.update(
                """
                insert into erasure_report (learner_id, service, reported_at)
                select t.learner_id, t.service, min(t.reported_at::timestamptz)
                from unnest(?::text[], ?::text[], ?::text[]) as t (learner_id, service, reported_at)
                group by t.learner_id, t.service
                on conflict (learner_id, service) do nothing
                """,
                Column.texts(news, ErasureNews::learnerId),
                Column.texts(news, ErasureNews::service),
                Column.texts(news, ErasureNews::at));
    }
}
