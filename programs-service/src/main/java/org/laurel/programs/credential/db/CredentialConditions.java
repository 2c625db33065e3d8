package org.laurel.programs.credential.db;

import java.util.ArrayList;
import java.util.List;
import org.laurel.programs.credential.domain.CredentialFilter;
import org.laurel.programs.credential.domain.CredentialFilter.Kind;

/** A filter as SQL on the two credential tables, both called {@code c}. Only what restricts is written, so indexes are used. */
final class CredentialConditions {

    private static final String COURSES = """
            select c.credential_uuid, c.learner_id, c.course_key, c.mode, null::uuid as program_uuid, null::bigint as program_id,
                   c.status, c.created_at, c.modified_at
            from course_credential c where true""";

    private static final String PROGRAMS = """
            select c.credential_uuid, c.learner_id, null as course_key, null as mode, c.program_uuid, p.id as program_id,
                   c.status, c.created_at, c.modified_at
            from program_credential c join program p using (program_uuid) where true""";

    private final List<Object> arguments = new ArrayList<>();
    private final String sql;

    CredentialConditions(CredentialFilter filter) {
        List<String> parts = new ArrayList<>();
        if (filter.kind() != Kind.PROGRAM) {
            parts.add(COURSES + conditions(filter, Kind.COURSE_RUN));
        }
        if (filter.kind() != Kind.COURSE_RUN) {
            parts.add(PROGRAMS + conditions(filter, Kind.PROGRAM));
        }
        sql = String.join("\nunion all\n", parts);
    }

    /** A query of all credentials that the filter lets through. */
    String sql() {
        return sql;
    }

    /** The query's arguments, then the given ones. */
    Object[] arguments(Object... more) {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray();
    }

    private String conditions(CredentialFilter filter, Kind kind) {
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
        return conditions.toString();
    }

    private void add(StringBuilder conditions, String condition, Object argument) {
        conditions.append("\n  and ").append(condition);
        arguments.add(argument);
    }
}
