package org.laurel.certificates.issuance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.Presentation;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Keeps certificates; the database writes their history. */
@ApplicationScoped
public class CertificateTable {

    private final Sql sql;

    CertificateTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A certificate to keep, and why it changed.
     *
     * @param presentation what its page shows from now on, null to leave that as it is
     */
    public record Written(
            CaseKey key, Issued issued, @Nullable Presentation presentation, Cause cause) {}

    /** Inserts or replaces the rows in one statement. */
    public void save(List<Written> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into certificate (learner_id, course_key, verify_uuid, status, mode, grade, name, reason, created_at,
                    modified_at, available_at, version, changed_by, change_reason, cause_id, generation_mode, is_earned,
                    download_uuid, download_url, error_reason, request_id, date_override, settings_id,
                    configuration_version, template_version, hours_of_effort)
                select t.learner_id, t.course_key, t.verify_uuid, t.status, t.mode, t.grade, t.name, t.reason,
                    t.created_at::timestamptz, t.modified_at::timestamptz, t.available_at::timestamptz, t.version,
                    t.changed_by, t.change_reason, t.cause_id, t.generation_mode, t.is_earned, t.download_uuid,
                    t.download_url, t.error_reason, t.request_id, t.date_override::timestamptz, t.settings_id,
                    t.configuration_version, t.template_version, t.hours_of_effort
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bool[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::int[])
                     as t (learner_id, course_key, verify_uuid, status, mode, grade, name, reason, created_at, modified_at,
                    available_at, version, changed_by, change_reason, cause_id, generation_mode, is_earned, download_uuid,
                    download_url, error_reason, request_id, date_override, settings_id, configuration_version,
                    template_version, hours_of_effort)
                on conflict (learner_id, course_key) do update set status = excluded.status, mode = excluded.mode,
                    grade = excluded.grade, name = excluded.name, reason = excluded.reason,
                    created_at = excluded.created_at, modified_at = excluded.modified_at,
                    available_at = excluded.available_at, version = excluded.version,
                    changed_by = excluded.changed_by, change_reason = excluded.change_reason,
                    cause_id = excluded.cause_id, generation_mode = excluded.generation_mode,
                    is_earned = excluded.is_earned, download_uuid = excluded.download_uuid,
                    download_url = excluded.download_url, error_reason = excluded.error_reason,
                    request_id = excluded.request_id, date_override = excluded.date_override,
                    settings_id = coalesce(excluded.settings_id, certificate.settings_id),
                    configuration_version = case when excluded.settings_id is null
                        then certificate.configuration_version else excluded.configuration_version end,
                    template_version = case when excluded.settings_id is null
                        then certificate.template_version else excluded.template_version end,
                    hours_of_effort = case when excluded.settings_id is null
                        then certificate.hours_of_effort else excluded.hours_of_effort end,
                    written_in = excluded.written_in
                """,
                texts(rows, row -> row.key().learnerId()),
                texts(rows, row -> row.key().courseKey()),
                texts(rows, row -> row.issued().verifyUuid()),
                certificates(rows, certificate -> certificate.status().slug()),
                certificates(rows, Certificate::mode),
                certificates(rows, Certificate::grade),
                certificates(rows, Certificate::name),
                certificates(rows, certificate -> certificate.reason().slug()),
                certificates(rows, Certificate::createdAt),
                certificates(rows, Certificate::modifiedAt),
                texts(rows, row -> row.issued().availableAt()),
                Column.longs(rows, row -> row.issued().version()),
                texts(rows, row -> row.cause().by()),
                texts(rows, row -> row.cause().reason()),
                texts(rows, row -> row.cause().id()),
                certificates(rows, certificate -> certificate.generationMode().slug()),
                Column.flags(rows, row -> row.issued().certificate().earned()),
                certificates(rows, certificate -> certificate.file().downloadUuid()),
                certificates(rows, certificate -> certificate.file().downloadUrl()),
                certificates(rows, certificate -> certificate.file().errorReason()),
                certificates(rows, certificate -> certificate.file().requestId()),
                texts(rows, row -> row.issued().dateOverride()),
                presentations(rows, Presentation::settingsId),
                presentations(rows, Presentation::configurationVersion),
                presentations(rows, Presentation::templateVersion),
                Column.integers(
                        rows,
                        row -> row.presentation() == null
                                ? null
                                : row.presentation().hoursOfEffort()));
    }

    /** A certificate that shows something else from now on and is the same otherwise. */
    public record Presented(CaseKey key, Presentation presentation, Cause cause) {}

    /** Fixes pages anew in one statement; what is shown already stays as it is, without a new version in the history. */
    public void present(List<Presented> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.update(
                """
                update certificate c set settings_id = t.settings_id, configuration_version = t.configuration_version,
                    template_version = t.template_version, hours_of_effort = t.hours_of_effort,
                    changed_by = t.changed_by, change_reason = t.change_reason, cause_id = t.cause_id
                from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::text[], ?::text[],
                            ?::text[])
                     as t (learner_id, course_key, settings_id, configuration_version, template_version, hours_of_effort,
                           changed_by, change_reason, cause_id)
                where c.learner_id = t.learner_id and c.course_key = t.course_key
                  and (c.settings_id, c.configuration_version, c.template_version, c.hours_of_effort)
                      is distinct from (t.settings_id, t.configuration_version, t.template_version, t.hours_of_effort)
                """,
                Column.texts(rows, row -> row.key().learnerId()),
                Column.texts(rows, row -> row.key().courseKey()),
                Column.longs(rows, row -> row.presentation().settingsId()),
                Column.longs(rows, row -> row.presentation().configurationVersion()),
                Column.longs(rows, row -> row.presentation().templateVersion()),
                Column.integers(rows, row -> row.presentation().hoursOfEffort()),
                Column.texts(rows, row -> row.cause().by()),
                Column.texts(rows, row -> row.cause().reason()),
                Column.texts(rows, row -> row.cause().id()));
    }

    private static @Nullable String[] texts(List<Written> rows, Function<Written, @Nullable Object> property) {
        return Column.texts(rows, property);
    }

    private static @Nullable String[] certificates(
            List<Written> rows, Function<Certificate, @Nullable Object> property) {
        return Column.texts(rows, row -> property.apply(row.issued().certificate()));
    }

    private static @Nullable Long[] presentations(List<Written> rows, Function<Presentation, @Nullable Long> property) {
        return Column.longs(rows, row -> row.presentation() == null ? null : property.apply(row.presentation()));
    }
}
