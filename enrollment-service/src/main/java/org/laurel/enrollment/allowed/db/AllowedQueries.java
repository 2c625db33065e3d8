package org.laurel.enrollment.allowed.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.allowed.domain.AllowedEmail;
import org.laurel.kit.sql.Sql;

/** Finds allowed email addresses for readers. */
@ApplicationScoped
public class AllowedQueries {

    private final Sql sql;

    AllowedQueries(Sql sql) {
        this.sql = sql;
    }

    /** Where an address is allowed, ignoring case, oldest first. */
    public List<AllowedEmail> of(String email) {
        return sql.query(
                "select * from enrollment_allowed where lower(email) = lower(?) order by created_at, id",
                AllowedRows::allowed,
                email);
    }
}
