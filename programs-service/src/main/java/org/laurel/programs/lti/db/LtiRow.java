package org.laurel.programs.lti.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Row;
import org.laurel.programs.lti.domain.LtiConfiguration;
import org.laurel.programs.lti.domain.LtiKind;
import org.laurel.programs.lti.domain.LtiLaunch;
import org.laurel.programs.lti.domain.LtiSubject;
import org.laurel.programs.lti.domain.StoredLti;

/** A row of the table or of its history. */
final class LtiRow {

    private LtiRow() {}

    static StoredLti stored(ResultSet row) throws SQLException {
        return new StoredLti(
                new LtiSubject(LtiKind.of(Row.text(row, "kind")), UUID.fromString(Row.text(row, "program_uuid"))),
                new LtiConfiguration(row.getBoolean("enabled"), Row.text(row, "provider_type"), launch(row)),
                row.getBoolean("has_key"),
                row.getBoolean("has_secret"),
                row.getLong("version"),
                Row.instant(row, "created_at"),
                Row.instant(row, "modified_at"));
    }

    private static @Nullable LtiLaunch launch(ResultSet row) throws SQLException {
        String version = row.getString("lti_version");
        return version == null
                ? null
                : new LtiLaunch(
                        version,
                        Row.text(row, "launch_url"),
                        row.getBoolean("pii_username"),
                        row.getBoolean("pii_email"));
    }
}
