package org.laurel.programs.credential.db;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.credential.domain.CredentialFilter;
import org.laurel.programs.credential.domain.CredentialFilter.Kind;
import org.laurel.programs.credential.domain.CredentialPlace;

/**
 * A filter as SQL on the two credential tables, both called {@code c}. Only what restricts is written, so indexes are used.
 *
 * <p>A page of all credentials takes the oldest of each table first, by an index. A learner's or a program's are few: they are
 * found by indexes of their own and put in order afterwards, since a walk in the order of time may go past all others.
 */
final class CredentialConditions {

    private static final String COURSES = """
            select c.credential_uuid, c.learner_id, c.course_key, c.mode, null::uuid as program_uuid, c.status, c.created_at,
                   c.modified_at
            from course_credential c where true""";
    private static final String PROGRAMS = """
            select c.credential_uuid, c.learner_id, null as course_key, null as mode, c.program_uuid, c.status, c.created_at,
                   c.modified_at
            from program_credential c where true""";
    private static final String IN_ORDER = "\norder by c.created_at, c.credential_uuid limit ?";

    private final List<Object> arguments = new ArrayList<>();
    private final String sql;

    /** All credentials that the filter lets through, in no order. */
    CredentialConditions(CredentialFilter filter) {
        this(filter, null, null);
    }

    /**
     * Of the credentials that the filter lets through at least those that come first, in no order.
     *
     * @param after only those after this place, null for all
     * @param first so many of them at least, null for all
     */
    CredentialConditions(CredentialFilter filter, @Nullable CredentialPlace after, @Nullable Integer first) {
        boolean few = filter.learnerId() != null || filter.programUuid() != null;
        List<String> parts = new ArrayList<>();
        if (filter.kind() != Kind.PROGRAM) {
            parts.add(part(COURSES, conditions(filter, Kind.COURSE_RUN, after), few ? null : first));
        }
        if (filter.kind() != Kind.COURSE_RUN) {
            parts.add(part(PROGRAMS, conditions(filter, Kind.PROGRAM, after), few ? null : first));
        }
        // The offset keeps the database from looking for a few in the order of time.
        sql = String.join("\nunion all\n", parts) + (few && first != null ? "\noffset 0" : "");
    }

    /** A query of these credentials. */
    String sql() {
        return sql;
    }

    /** The query's arguments, then the given ones. */
    Object[] arguments(Object... more) {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray();
    }

    private String part(String select, String conditions, @Nullable Integer first) {
        if (first == null) {
            return "(" + select + conditions + ")";
        }
        arguments.add(first);
        return "(" + select + conditions + IN_ORDER + ")";
    }

    private String conditions(CredentialFilter filter, Kind kind, @Nullable CredentialPlace after) {
        StringBuilder conditions = new StringBuilder();
        if (filter.learnerId() != null) {
            add(conditions, "c.learner_id = ?", filter.learnerId().value());
        }
        if (filter.status() != null) {
            add(conditions, "c.status = ?", filter.status().slug());
        }
        if (filter.programUuid() != null) {
            String condition = kind == Kind.PROGRAM
                    ? "c.program_uuid = ?"
                    : "c.course_key in (select r.course_key from program_course_run r where r.program_uuid = ?)";
            add(conditions, condition, filter.programUuid());
        }
        if (filter.visibleAt() != null) {
            add(conditions, "(c.available_at is null or c.available_at <= ?)", filter.visibleAt());
        }
        if (after != null) {
            add(conditions, "(c.created_at, c.credential_uuid) > (?::timestamptz, ?::uuid)", after.createdAt());
            arguments.add(after.uuid());
        }
        return conditions.toString();
    }

    private void add(StringBuilder conditions, String condition, Object argument) {
        conditions.append("\n  and ").append(condition);
        arguments.add(argument);
    }
}
