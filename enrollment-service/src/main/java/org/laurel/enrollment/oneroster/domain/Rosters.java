package org.laurel.enrollment.oneroster.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurel.enrollment.importing.domain.RawRow;
import org.laurel.enrollment.importing.domain.RowCode;
import org.laurel.enrollment.importing.domain.RowDates;
import org.laurel.events.key.CourseKey;

/**
 * Turns a bundle's enrollments into ours: students in the default mode, active unless they are on their way out or their end
 * has come.
 */
public final class Rosters {

    private static final String STUDENT = "student";
    private static final Set<String> OTHERS = Set.of("administrator", "aide", "proctor", "teacher");

    private final Classes classes;
    private final Instant now;

    public Rosters(Classes classes, Instant now) {
        this.classes = classes;
        this.now = now;
    }

    /** The enrollment that a row becomes. */
    public RawRow enrollment(BundleRecord row) {
        BundleStatus status = BundleStatus.of(row.get("status"));
        if (status == null) {
            return RawRow.refused(row.line(), RowCode.BAD_STATUS);
        }
        String role = row.get("role");
        if (!role.equals(STUDENT)) {
            return RawRow.refused(row.line(), OTHERS.contains(role) ? RowCode.ROLE_NOT_IMPORTED : RowCode.ROLE_UNKNOWN);
        }
        CourseKey key = classes.keyOf(row.get("classsourcedid"));
        if (key == null) {
            return RawRow.refused(row.line(), RowCode.CLASS_UNKNOWN);
        }
        Optional<Instant> end = RowDates.parse(row.get("enddate"));
        if (end.isEmpty() && !row.get("enddate").isEmpty()) {
            return RawRow.refused(row.line(), RowCode.BAD_DATE);
        }
        Map<String, String> members = new LinkedHashMap<>();
        members.put("learner_id", row.get("usersourcedid"));
        members.put("course_key", key.value());
        members.put(
                "is_active",
                String.valueOf(
                        status == BundleStatus.ACTIVE && end.map(this::isAhead).orElse(true)));
        begin(row).ifPresent(date -> members.put("created", date));
        return RawRow.of(row.line(), members);
    }

    /** The end is the first day on which the enrollment is over. */
    private boolean isAhead(Instant end) {
        Instant today = LocalDate.ofInstant(now, ZoneOffset.UTC).atStartOfDay().toInstant(ZoneOffset.UTC);
        return end.isAfter(today);
    }

    /** A begin that has not come says nothing about when the learner enrolled. */
    private Optional<String> begin(BundleRecord row) {
        String text = row.get("begindate");
        Optional<Instant> date = RowDates.parse(text);
        return text.isEmpty() || (date.isPresent() && date.orElseThrow().isAfter(now))
                ? Optional.empty()
                : Optional.of(text);
    }
}
