package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.OverrideFold;

/** Dates to show instead of those of course credentials. */
@ApplicationScoped
public class DateOverrideStore {

    private final Sql sql;

    DateOverrideStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A date that a request sets, or takes away.
     *
     * @param date null to take away what there is
     */
    public record Setting(
            UUID credentialUuid,
            LearnerId learnerId,
            @Nullable Instant date,
            Instant at,
            Cause cause) {}

    /**
     * Sets dates. A date that shows already is kept as well, and that there is none: what a certificate wanted before may still
     * arrive, and does not count then.
     */
    public void set(List<Setting> settings) {
        if (settings.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into credential_date_override as o (credential_uuid, learner_id, set_date, set_at, changed_by,
                                                           change_reason, cause_id)
                select t.credential_uuid::uuid, t.learner_id, t.set_date::timestamptz, t.set_at::timestamptz, t.changed_by,
                       t.change_reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (credential_uuid, learner_id, set_date, set_at, changed_by, change_reason, cause_id)
                on conflict (credential_uuid) do update set set_date = excluded.set_date, set_at = excluded.set_at,
                    changed_by = excluded.changed_by, change_reason = excluded.change_reason,
                    cause_id = excluded.cause_id
                where o.set_at is null or o.set_at < o.certificate_at or o.set_date is distinct from excluded.set_date
                """,
                Column.texts(settings, Setting::credentialUuid),
                Column.texts(settings, Setting::learnerId),
                Column.texts(settings, Setting::date),
                Column.texts(settings, Setting::at),
                Column.texts(settings, setting -> setting.cause().by()),
                Column.texts(settings, setting -> setting.cause().reason()),
                Column.texts(settings, setting -> setting.cause().id()));
    }

    /** Keeps the dates that came with certificates, as far as their credentials are made. */
    public void certified(Map<CaseKey, OverrideFold> overrides, Map<CaseKey, Cause> causes) {
        if (overrides.isEmpty()) {
            return;
        }
        List<CaseKey> cases = List.copyOf(overrides.keySet());
        sql.update(
                """
                insert into credential_date_override as o (credential_uuid, learner_id, certificate_date, certificate_at,
                                                           changed_by, change_reason, cause_id)
                select c.credential_uuid, c.learner_id, t.certificate_date::timestamptz, t.certificate_at::timestamptz,
                       t.changed_by, t.change_reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, course_key, certificate_date, certificate_at, changed_by, change_reason, cause_id)
                join course_credential c using (learner_id, course_key)
                on conflict (credential_uuid) do update set certificate_date = excluded.certificate_date,
                    certificate_at = excluded.certificate_at, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                where (o.certificate_date, o.certificate_at)
                      is distinct from (excluded.certificate_date, excluded.certificate_at)
                """,
                Column.texts(cases, CaseKey::learnerId),
                Column.texts(cases, CaseKey::courseKey),
                Column.texts(cases, key -> fold(overrides, key).date()),
                Column.texts(cases, key -> fold(overrides, key).since()),
                Column.texts(cases, key -> cause(causes, key).by()),
                Column.texts(cases, key -> cause(causes, key).reason()),
                Column.texts(cases, key -> cause(causes, key).id()));
    }

    private static OverrideFold fold(Map<CaseKey, OverrideFold> overrides, CaseKey key) {
        return Objects.requireNonNull(overrides.get(key));
    }

    private static Cause cause(Map<CaseKey, Cause> causes, CaseKey key) {
        return Objects.requireNonNull(causes.get(key));
    }
}
