package org.laurel.programs.completionmail.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.completionmail.domain.Identifier;
import org.laurel.programs.completionmail.domain.StoredTemplate;

/** Reads templates of completion mails. */
@ApplicationScoped
public class TemplateQuery {

    private final Sql sql;

    TemplateQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * A version of a template.
     *
     * @param operation {@code +} created, {@code ~} changed, {@code -} removed
     */
    public record Version(
            long id,
            Instant at,
            String operation,
            StoredTemplate template,
            String changedBy,
            @Nullable String reason) {}

    /** The template with this identifier. */
    public Optional<StoredTemplate> find(String identifier) {
        return sql.first(
                "select * from completion_mail_template where identifier = ?", TemplateRow::stored, identifier);
    }

    /** Templates by identifier, after the given one. */
    public List<StoredTemplate> list(String after, int limit) {
        return sql.query(
                "select * from completion_mail_template where identifier collate \"C\" > ?"
                        + " order by identifier collate \"C\" limit ?",
                TemplateRow::stored,
                after,
                limit);
    }

    /** The template that holds for a program, enabled or not; empty when there is no such program or no template for it. */
    public Optional<StoredTemplate> ofProgram(UUID programUuid) {
        return sql.first("select type from program where program_uuid = ?", row -> Row.text(row, "type"), programUuid)
                .flatMap(type -> first(Identifier.candidates(programUuid, type)));
    }

    /**
     * The versions of a template, newest first. What was written only to tell who removed it, or to erase a person's name, is no
     * version.
     *
     * @param before only those older than the one with this id; null starts with the newest
     */
    public List<Version> history(String identifier, @Nullable Long before, int limit) {
        return sql.query(
                """
                select * from (
                    select h.*, lag(version) over (order by history_id) as version_before
                    from completion_mail_template_history h where identifier = ?) h
                where history_id < ? and not (history_operation = '~' and version is not distinct from version_before)
                order by history_id desc limit ?
                """,
                row -> new Version(
                        row.getLong("history_id"),
                        Row.instant(row, "history_at"),
                        Row.text(row, "history_operation"),
                        TemplateRow.stored(row),
                        Row.text(row, "changed_by"),
                        row.getString("change_reason")),
                identifier,
                before == null ? Long.MAX_VALUE : before,
                limit);
    }

    private Optional<StoredTemplate> first(List<String> candidates) {
        Map<String, StoredTemplate> found = sql
                .query("select * from completion_mail_template where identifier = any(?)", TemplateRow::stored, (Object)
                        candidates.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(stored -> stored.template().identifier(), Function.identity()));
        return candidates.stream().filter(found::containsKey).map(found::get).findFirst();
    }
}
