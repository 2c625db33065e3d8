package org.laurel.programs.record.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.record.domain.SharedRecord;

/** Finds the record that a public link leads to. */
@ApplicationScoped
public class SharedRecordQuery {

    private final Sql sql;

    SharedRecordQuery(Sql sql) {
        this.sql = sql;
    }

    /** The record, empty when there is no such link or it was taken back. */
    public Optional<SharedRecord> find(UUID uuid) {
        return sql.first(
                "select * from shared_record where record_uuid = ? and revoked_at is null",
                SharedRecordTable::link,
                uuid);
    }
}
