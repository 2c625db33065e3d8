package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.domain.CredentialKey;
import org.laurel.programs.credential.domain.CredentialSubject;

/** Finds whose credential for what has a public id. */
@ApplicationScoped
public class CredentialIndex {

    private final Sql sql;

    CredentialIndex(Sql sql) {
        this.sql = sql;
    }

    /**
     * A credential.
     *
     * @param mode null for a program
     */
    public record Indexed(
            UUID uuid, CredentialKey key, @Nullable String mode) {}

    /** Credentials by their public ids; unknown ones are left out. What is answered never changes. */
    public Map<UUID, Indexed> find(Collection<UUID> uuids) {
        Object wanted = Column.texts(List.copyOf(uuids), uuid -> uuid);
        Map<UUID, Indexed> found = new HashMap<>();
        sql.query("""
                        select c.credential_uuid, c.learner_id, c.course_key, c.mode, null::uuid as program_uuid
                        from course_credential c where c.credential_uuid = any(?::uuid[])
                        union all
                        select c.credential_uuid, c.learner_id, null, null, c.program_uuid
                        from program_credential c where c.credential_uuid = any(?::uuid[])
                        """, CredentialIndex::indexed, wanted, wanted).forEach(each -> found.put(each.uuid(), each));
        return found;
    }

    /** The credentials of these keys; those that do not exist are left out. */
    public Map<CredentialKey, Indexed> of(Collection<CredentialKey> keys) {
        List<CredentialKey> wanted = List.copyOf(keys);
        Map<CredentialKey, Indexed> found = new HashMap<>();
        sql.query(
                        """
                        select c.credential_uuid, c.learner_id, c.course_key, c.mode, null::uuid as program_uuid
                        from unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                        join course_credential c using (learner_id, course_key)
                        union all
                        select c.credential_uuid, c.learner_id, null, null, c.program_uuid
                        from unnest(?::text[], ?::uuid[]) as t (learner_id, program_uuid)
                        join program_credential c using (learner_id, program_uuid)
                        """,
                        CredentialIndex::indexed,
                        Column.texts(wanted, CredentialKey::learnerId),
                        Column.texts(wanted, CredentialKey::courseKey),
                        Column.texts(wanted, CredentialKey::learnerId),
                        Column.texts(wanted, CredentialKey::programUuid))
                .forEach(each -> found.put(each.key(), each));
        return found;
    }

    private static Indexed indexed(ResultSet row) throws SQLException {
        String program = row.getString("program_uuid");
        return new Indexed(
                UUID.fromString(Row.text(row, "credential_uuid")),
                new CredentialKey(
                        new LearnerId(Row.text(row, "learner_id")),
                        program == null
                                ? new CredentialSubject.OfRun(new CourseKey(Row.text(row, "course_key")))
                                : new CredentialSubject.OfProgram(UUID.fromString(program))),
                row.getString("mode"));
    }
}
