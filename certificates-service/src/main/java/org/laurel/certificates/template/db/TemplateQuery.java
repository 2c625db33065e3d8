package org.laurel.certificates.template.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.template.domain.CertificateTemplate;
import org.laurel.certificates.template.domain.TemplateCandidate;
import org.laurel.certificates.template.domain.TemplateVersion;
import org.laurel.certificates.template.domain.TemplateWanted;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads templates and their versions. */
@ApplicationScoped
public class TemplateQuery {

    private final Sql sql;

    TemplateQuery(Sql sql) {
        this.sql = sql;
    }

    /** Restricts a list; null members do not. */
    public record Filter(
            @Nullable String organization,
            @Nullable String courseKey,
            @Nullable String mode,
            @Nullable Boolean active) {}

    /** A version without its text: whose it is, since when, and who wrote it. */
    public record VersionItem(long id, int number, @Nullable String language, Instant createdAt, String createdBy) {}

    /** One template. */
    public Optional<CertificateTemplate> byId(long id) {
        return sql.first(TemplateRow.SELECT + "where t.id = ?", TemplateRow::template, id);
    }

    /** Templates with an id below the given one, newest first. */
    public List<CertificateTemplate> before(long id, int limit, Filter filter) {
        return sql.query(
                TemplateRow.SELECT + """
                where t.id < ? and (?::text is null or t.organization = ?) and (?::text is null or t.course_key = ?)
                  and (?::text is null or t.mode = ?) and (?::bool is null or t.is_active = ?)
                order by t.id desc limit ?
                """,
                TemplateRow::template,
                id,
                filter.organization(),
                filter.organization(),
                filter.courseKey(),
                filter.courseKey(),
                filter.mode(),
                filter.mode(),
                filter.active(),
                filter.active(),
                limit);
    }

    /**
     * The active templates that certificates may get, in one statement for all of them. {@code TemplateChoice} chooses for
     * each. Whoever asks knows whether the deployment has switched templates on.
     */
    public List<TemplateCandidate> candidates(Collection<TemplateWanted> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        return sql.query(
                """
                select id, version_id, organization, course_key, mode, language from certificate_template
                where is_active and (organization is null or organization = any(?::text[]))
                  and (course_key is null or course_key = any(?::text[])) and (mode is null or mode = any(?::text[]))
                order by id
                """,
                row -> new TemplateCandidate(row.getLong("id"), row.getLong("version_id"), TemplateRow.scope(row)),
                wanted.stream().map(TemplateWanted::organization).distinct().toArray(String[]::new),
                wanted.stream().map(one -> one.courseKey().value()).distinct().toArray(String[]::new),
                wanted.stream().map(TemplateWanted::mode).distinct().toArray(String[]::new));
    }

    /** Versions by their own ids, also those of templates that were deleted since. */
    public Map<Long, TemplateVersion> versions(Collection<Long> ids) {
        return sql
                .query("select * from template_version where id = any(?::bigint[])", TemplateRow::version, (Object)
                        ids.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(TemplateVersion::id, version -> version));
    }

    /** One version of a template by its number. */
    public Optional<TemplateVersion> version(long templateId, int number) {
        return sql.first(
                "select * from template_version where template_id = ? and number = ?",
                TemplateRow::version,
                templateId,
                number);
    }

    /** The versions of a template, newest first, also of one that was deleted; empty when there never was one. */
    public List<VersionItem> versionsOf(long templateId) {
        return sql.query(
                "select id, number, language, created_at, created_by from template_version where template_id = ? order by number desc",
                row -> new VersionItem(
                        row.getLong("id"),
                        row.getInt("number"),
                        row.getString("language"),
                        Row.instant(row, "created_at"),
                        Row.text(row, "created_by")),
                templateId);
    }
}
