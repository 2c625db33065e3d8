package org.laurel.programs.completionmail.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.completionmail.domain.RemoveTemplate;
import org.laurel.programs.completionmail.domain.StoredTemplate;

/** Templates of completion mails: one statement for all of a call. */
@ApplicationScoped
public class TemplateStore {

    private final Sql sql;

    TemplateStore(Sql sql) {
        this.sql = sql;
    }

    /** A template to keep; the database gives it its version. */
    public record Written(StoredTemplate template, Cause cause) {}

    /** Under which changes of a template wait for each other. */
    public static String lock(String identifier) {
        return "completion-mail:" + identifier;
    }

    /** Templates by identifier; those that there are not are left out. */
    public Map<String, StoredTemplate> load(Collection<String> identifiers) {
        return sql
                .query("select * from completion_mail_template where identifier = any(?)", TemplateRow::stored, (Object)
                        identifiers.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(stored -> stored.template().identifier(), Function.identity()));
    }

    /** Keeps templates and returns them with their versions; the database writes their history. */
    public List<StoredTemplate> save(List<Written> written) {
        if (written.isEmpty()) {
            return List.of();
        }
        return sql.query(
                """
                insert into completion_mail_template (identifier, subject_template, html_template, plaintext_template, enabled,
                                                      created_at, modified_at, changed_by, change_reason, cause_id)
                select t.identifier, t.subject_template, t.html_template, t.plaintext_template, t.enabled,
                       t.created_at::timestamptz, t.modified_at::timestamptz, t.changed_by, t.change_reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[])
                     as t (identifier, subject_template, html_template, plaintext_template, enabled, created_at, modified_at,
                           changed_by, change_reason, cause_id)
                on conflict (identifier) do update set subject_template = excluded.subject_template,
                    html_template = excluded.html_template, plaintext_template = excluded.plaintext_template,
                    enabled = excluded.enabled, version = nextval('completion_mail_template_version'),
                    modified_at = excluded.modified_at, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                returning *
                """,
                TemplateRow::stored,
                Column.texts(written, row -> row.template().template().identifier()),
                Column.texts(written, row -> row.template().template().subject()),
                Column.texts(written, row -> row.template().template().html()),
                Column.texts(written, row -> row.template().template().plaintext()),
                Column.flags(written, row -> row.template().template().enabled()),
                Column.texts(written, row -> row.template().createdAt()),
                Column.texts(written, row -> row.template().modifiedAt()),
                Column.texts(written, row -> row.cause().by()),
                Column.texts(written, row -> row.cause().reason()),
                Column.texts(written, row -> row.cause().id()));
    }

    /** Removes templates. Who did it and why is written first, so that the history tells it. */
    public void remove(List<RemoveTemplate> removed) {
        if (removed.isEmpty()) {
            return;
        }
        sql.update(
                """
                update completion_mail_template m
                set changed_by = t.changed_by, change_reason = t.change_reason, cause_id = t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[])
                     as t (identifier, changed_by, change_reason, cause_id)
                where m.identifier = t.identifier
                """,
                Column.texts(removed, RemoveTemplate::identifier),
                Column.texts(removed, row -> row.cause().by()),
                Column.texts(removed, row -> row.cause().reason()),
                Column.texts(removed, row -> row.cause().id()));
        sql.update("delete from completion_mail_template where identifier = any(?)", (Object)
                Column.texts(removed, RemoveTemplate::identifier));
    }
}
