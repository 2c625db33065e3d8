package org.laurel.certificates.template.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.template.domain.CertificateTemplate;
import org.laurel.certificates.template.domain.TemplateDraft;
import org.laurel.certificates.template.domain.TemplateScope;
import org.laurel.certificates.template.domain.TemplateVersion;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;

/** Maps the rows of templates. */
final class TemplateRow {

    static final String SELECT = """
            select t.*, v.number, v.text, v.language as version_language
            from certificate_template t join template_version v on v.id = t.version_id
            """;

    private TemplateRow() {}

    static CertificateTemplate template(ResultSet row) throws SQLException {
        TemplateDraft draft = new TemplateDraft(
                Row.text(row, "name"),
                row.getString("description"),
                scope(row),
                row.getBoolean("is_active"),
                Row.text(row, "text"));
        return new CertificateTemplate(
                row.getLong("id"),
                row.getLong("revision"),
                draft,
                new TemplateVersion(
                        row.getLong("version_id"),
                        row.getLong("id"),
                        row.getInt("number"),
                        draft.text(),
                        row.getString("version_language")),
                Row.instant(row, "created_at"),
                Row.instant(row, "modified_at"));
    }

    static TemplateScope scope(ResultSet row) throws SQLException {
        return new TemplateScope(
                row.getString("organization"),
                courseKey(row.getString("course_key")),
                row.getString("mode"),
                row.getString("language"));
    }

    static TemplateVersion version(ResultSet row) throws SQLException {
        return new TemplateVersion(
                row.getLong("id"),
                row.getLong("template_id"),
                row.getInt("number"),
                Row.text(row, "text"),
                row.getString("language"));
    }

    private static @Nullable CourseKey courseKey(@Nullable String text) {
        return text == null ? null : new CourseKey(text);
    }
}
