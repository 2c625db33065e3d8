package org.laurel.certificates.course.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CatalogueFacts;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.kit.sql.Row;

/** Reads rows of the policy tables. */
final class PolicyRow {

    private PolicyRow() {}

    static RunPolicy run(ResultSet row) throws SQLException {
        String mode = row.getString("mode");
        return new RunPolicy(
                row.getLong("id"),
                Row.instant(row, "occurred_at"),
                Row.flagOrNull(row, "automatic_generation"),
                row.getBoolean("pdf_generation"),
                row.getBoolean("self_generation_enabled"),
                row.getBoolean("language_specific_templates_enabled"),
                Row.flagOrNull(row, "include_hours_of_effort"),
                mode == null ? null : IssuingMode.of(mode),
                new CatalogueFacts(
                        row.getString("language"), integer(row, "weeks_to_complete"), integer(row, "max_effort")),
                new CompletionRule(
                        row.getBigDecimal("completion_threshold"), row.getBoolean("completion_requires_passing")));
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        Long value = Row.longOrNull(row, column);
        return value == null ? null : value.intValue();
    }

    static SitePolicy site(ResultSet row) throws SQLException {
        return new SitePolicy(
                row.getLong("id"),
                Row.instant(row, "occurred_at"),
                row.getBoolean("html_certificates"),
                row.getBoolean("identity_verification_required"),
                row.getBoolean("honor_certificates_disabled"),
                row.getBoolean("automatic_generation"),
                row.getBoolean("self_generation_enabled"),
                row.getBoolean("custom_templates_enabled"),
                row.getBoolean("names_follow_profile"),
                IssuingMode.of(Row.text(row, "mode")));
    }
}
