package org.laurel.programs.detail.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Looks up the credential of a program that a learner may look at. */
@ApplicationScoped
public class ProgramCredentialQuery {

    private final Sql sql;

    ProgramCredentialQuery(Sql sql) {
        this.sql = sql;
    }

    /** The awarded credential, if the learner may see it at this moment. */
    public Optional<UUID> visible(LearnerId learnerId, UUID program, Instant now) {
        return sql.first(
                """
                select credential_uuid from program_credential
                where learner_id = ? and program_uuid = ? and status = 'awarded' and (available_at is null or available_at <= ?)
                """, row -> UUID.fromString(Row.text(row, "credential_uuid")), learnerId.value(), program, now);
    }
}
