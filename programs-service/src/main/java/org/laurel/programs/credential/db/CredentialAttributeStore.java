package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Names and values that those who make credentials note about them. */
@ApplicationScoped
public class CredentialAttributeStore {

    private final Sql sql;

    CredentialAttributeStore(Sql sql) {
        this.sql = sql;
    }

    /** A name with its value. */
    public record Noted(UUID credentialUuid, LearnerId learnerId, String name, String value, Cause cause) {}

    /** Adds attributes and replaces those of the same name; others stay. A credential has each name at most once in a call. */
    public void merge(List<Noted> attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into credential_attribute as a (credential_uuid, name, value, learner_id, changed_by, change_reason,
                                                       cause_id)
                select t.credential_uuid::uuid, t.name, t.value, t.learner_id, t.changed_by, t.change_reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (credential_uuid, name, value, learner_id, changed_by, change_reason, cause_id)
                on conflict (credential_uuid, name) do update set value = excluded.value,
                    changed_by = excluded.changed_by, change_reason = excluded.change_reason,
                    cause_id = excluded.cause_id
                where a.value <> excluded.value
                """,
                Column.texts(attributes, Noted::credentialUuid),
                Column.texts(attributes, Noted::name),
                Column.texts(attributes, Noted::value),
                Column.texts(attributes, Noted::learnerId),
                Column.texts(attributes, noted -> noted.cause().by()),
                Column.texts(attributes, noted -> noted.cause().reason()),
                Column.texts(attributes, noted -> noted.cause().id()));
    }
}
