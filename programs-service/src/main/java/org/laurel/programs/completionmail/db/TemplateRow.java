package org.laurel.programs.completionmail.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.laurel.kit.sql.Row;
import org.laurel.programs.completionmail.domain.MailTemplate;
import org.laurel.programs.completionmail.domain.StoredTemplate;

/** A row of the table of templates or of its history. */
final class TemplateRow {

    private TemplateRow() {}

    static StoredTemplate stored(ResultSet row) throws SQLException {
        return new StoredTemplate(
                new MailTemplate(
                        Row.text(row, "identifier"),
                        row.getString("subject_template"),
                        Row.text(row, "html_template"),
                        Row.text(row, "plaintext_template"),
                        row.getBoolean("enabled")),
                row.getLong("version"),
                Row.instant(row, "created_at"),
                Row.instant(row, "modified_at"));
    }
}
