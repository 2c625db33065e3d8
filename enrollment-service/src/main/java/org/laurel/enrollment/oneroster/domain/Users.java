package org.laurel.enrollment.oneroster.domain;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.enrollment.importing.domain.RawRow;
import org.laurel.enrollment.importing.domain.RowCode;

/** Turns users into learners; the {@code sourcedId} is the learner id. */
public final class Users {

    private Users() {}

    /** The learner that a user becomes. */
    public static RawRow learner(BundleRecord row) {
        BundleStatus status = BundleStatus.of(row.get("status"));
        if (status == null) {
            return RawRow.refused(row.line(), RowCode.BAD_STATUS);
        }
        String enabled = row.get("enableduser").toLowerCase(Locale.ROOT);
        if (!enabled.equals("true") && !enabled.equals("false")) {
            return RawRow.refused(row.line(), RowCode.BAD_FLAG);
        }
        Map<String, String> members = new LinkedHashMap<>();
        members.put("learner_id", row.get("sourcedid"));
        members.put("username", row.get("username"));
        members.put("email", row.get("email"));
        members.put("name", name(row));
        members.put("is_active", String.valueOf(enabled.equals("true") && status == BundleStatus.ACTIVE));
        return RawRow.of(row.line(), members);
    }

    /** Preferred names go before given ones, each by itself. */
    private static String name(BundleRecord row) {
        return Stream.of(row.first("preferredgivenname", "givenname"), row.first("preferredfamilyname", "familyname"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
