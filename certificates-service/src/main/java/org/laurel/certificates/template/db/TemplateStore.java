package org.laurel.certificates.template.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.certificates.template.domain.CertificateTemplate;
import org.laurel.certificates.template.domain.TemplateScope;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Writes templates: one statement for all of a call. */
@ApplicationScoped
public class TemplateStore {

    private final Sql sql;

    TemplateStore(Sql sql) {
        this.sql = sql;
    }

    /** A template to keep, and why it changed. */
    public record Written(CertificateTemplate template, Cause cause) {}

    /** Templates by id. */
    public Map<Long, CertificateTemplate> load(Collection<Long> ids) {
        Map<Long, CertificateTemplate> found = new LinkedHashMap<>();
        sql.query(TemplateRow.SELECT + "where t.id = any(?::bigint[]) order by t.id", TemplateRow::template, (Object)
                        ids.toArray(Long[]::new))
                .forEach(template -> found.put(template.id(), template));
        return found;
    }

    /** The scopes of all templates, and whose they are. */
    public Map<TemplateScope, Long> scopes() {
        Map<TemplateScope, Long> scopes = new LinkedHashMap<>();
        sql.query(
                        "select id, organization, course_key, mode, language from certificate_template",
                        row -> Map.entry(TemplateRow.scope(row), row.getLong("id")))
                .forEach(entry -> scopes.put(entry.getKey(), entry.getValue()));
        return scopes;
    }

    /** Ids for new templates and versions. */
    public List<long[]> newIds(int count) {
        return sql.query("""
                select nextval(pg_get_serial_sequence('certificate_template', 'id')) as template,
                       nextval(pg_get_serial_sequence('template_version', 'id')) as version
                from generate_series(1, ?)
                """, row -> new long[] {row.getLong("template"), row.getLong("version")}, count);
    }

    /** Keeps templates, and versions that are new. */
    public void save(List<Written> written) {
        if (written.isEmpty()) {
            return;
        }
        saveVersions(written);
        sql.update(
                """
                insert into certificate_template (id, name, description, organization, course_key, mode, language, is_active,
                                                  version_id, revision, created_at, modified_at, changed_by, change_reason,
                                                  cause_id)
                select t.id, t.name, t.description, t.organization, t.course_key, t.mode, t.language, t.is_active,
                       t.version_id, t.revision, t.created_at::timestamptz, t.modified_at::timestamptz, t.changed_by,
                       t.change_reason, t.cause_id
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bool[],
                            ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (id, name, description, organization, course_key, mode, language, is_active, version_id, revision,
                           created_at, modified_at, changed_by, change_reason, cause_id)
                on conflict (id) do update set name = excluded.name, description = excluded.description,
                    organization = excluded.organization, course_key = excluded.course_key, mode = excluded.mode,
                    language = excluded.language, is_active = excluded.is_active, version_id = excluded.version_id,
                    revision = excluded.revision, modified_at = excluded.modified_at, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                """,
                Column.longs(written, one -> one.template().id()),
                Column.texts(written, one -> one.template().draft().name()),
                Column.texts(written, one -> one.template().draft().description()),
                Column.texts(written, one -> scope(one).organization()),
                Column.texts(written, one -> scope(one).courseKey()),
                Column.texts(written, one -> scope(one).mode()),
                Column.texts(written, one -> scope(one).language()),
                Column.flags(written, one -> one.template().draft().active()),
                Column.longs(written, one -> one.template().version().id()),
                Column.longs(written, one -> one.template().revision()),
                Column.texts(written, one -> one.template().createdAt()),
                Column.texts(written, one -> one.template().modifiedAt()),
                Column.texts(written, one -> one.cause().by()),
                Column.texts(written, one -> one.cause().reason()),
                Column.texts(written, one -> one.cause().id()));
    }

    /** Deletes templates; their versions stay. Who did it and why is written first, so that the history tells it. */
    public void delete(Map<Long, Cause> deleted) {
        if (deleted.isEmpty()) {
            return;
        }
        List<Map.Entry<Long, Cause>> rows = List.copyOf(deleted.entrySet());
        sql.update(
                """
                update certificate_template c
                set changed_by = t.changed_by, change_reason = t.change_reason, cause_id = t.cause_id
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) as t (id, changed_by, change_reason, cause_id)
                where c.id = t.id
                """,
                Column.longs(rows, Map.Entry::getKey),
                Column.texts(rows, row -> row.getValue().by()),
                Column.texts(rows, row -> row.getValue().reason()),
                Column.texts(rows, row -> row.getValue().id()));
        sql.update("delete from certificate_template where id = any(?::bigint[])", (Object)
                deleted.keySet().toArray(Long[]::new));
    }

    private void saveVersions(List<Written> written) {
        sql.update(
                """
                insert into template_version (id, template_id, number, text, language, created_at, created_by)
                select t.id, t.template_id, t.number, t.text, t.language, t.created_at::timestamptz, t.created_by
                from unnest(?::bigint[], ?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (id, template_id, number, text, language, created_at, created_by)
                on conflict (id) do nothing
                """,
                Column.longs(written, one -> one.template().version().id()),
                Column.longs(written, one -> one.template().id()),
                Column.integers(written, one -> one.template().version().number()),
                Column.texts(written, one -> one.template().version().text()),
                Column.texts(written, one -> one.template().version().language()),
                Column.texts(written, one -> one.template().modifiedAt()),
                Column.texts(written, one -> one.cause().by()));
    }

    private static TemplateScope scope(Written written) {
        return written.template().draft().scope();
    }
}
