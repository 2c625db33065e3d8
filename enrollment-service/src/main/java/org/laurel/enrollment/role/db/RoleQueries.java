package org.laurel.enrollment.role.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.role.domain.AccessRole;
import org.laurel.enrollment.role.domain.CourseRole;
import org.laurel.enrollment.role.domain.RoleScope;
import org.laurel.enrollment.role.domain.StaffScope;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Sql;

/** Finds roles for readers. */
@ApplicationScoped
public class RoleQueries {

    /**
     * The person behind a token: by its subject, else, when no learner has that id, by its username. A username may have passed
     * from one learner to another, an id never does. Who is retired has no role, whatever is told late.
     */
    private static final String OWN = """
            r.learner_id in (
                select ? union all
                select l.learner_id from learner l where lower(l.username) = lower(?)
                    and not exists (select from learner s where s.learner_id = ?))
            and not exists (select from retired_person p where p.learner_id = r.learner_id)
            """;

    private static final String[] COURSE_STAFF = Stream.of(AccessRole.values())
            .filter(AccessRole::isCourseStaff)
            .map(AccessRole::slug)
            .toArray(String[]::new);

    private final Sql sql;

    RoleQueries(Sql sql) {
        this.sql = sql;
    }

    /**
     * The roles that a caller has now, by course key, organisation and role.
     *
     * @param learnerId the token's subject
     * @param username the token's username
     */
    public List<CourseRole> ofCaller(String learnerId, String username) {
        return sql.query(
                "select r.* from course_role r where r.is_member and " + OWN
                        + " order by r.course_key, r.org, r.role, r.learner_id",
                RoleRows::role,
                learnerId,
                username,
                learnerId);
    }

    /** Where a caller is course staff, read by one statement; the arguments are those of {@link #ofCaller}. */
    public StaffScope staffScope(String learnerId, String username) {
        Set<CourseKey> runs = new HashSet<>();
        Set<String> orgs = new HashSet<>();
        sql.query(
                        "select r.* from course_role r where r.is_member and r.role = any(?) and " + OWN,
                        row -> RoleRows.role(row).key().scope(),
                        COURSE_STAFF,
                        learnerId,
                        username,
                        learnerId)
                .forEach(scope -> {
                    switch (scope) {
                        case RoleScope.Run run -> runs.add(run.courseKey());
                        case RoleScope.Organisation organisation -> orgs.add(organisation.org());
                        case RoleScope.Everywhere everywhere -> {}
                    }
                });
        return new StaffScope(runs, orgs);
    }

    /** Which roles a list shows; null members narrow nothing down. */
    public record Filter(
            @Nullable String courseKey,
            @Nullable String org,
            @Nullable String role,
            @Nullable String learnerId,
            @Nullable String username,
            boolean takenAwayToo) {}

    /**
     * A role in a list.
     *
     * @param id grows in the order in which roles were first given
     * @param username null while the learner is not known
     */
    public record Listed(long id, CourseRole role, @Nullable String username) {}

    /** Roles after the one with this id, in the order in which they were first given. */
    public List<Listed> after(Filter filter, long id, int limit) {
        return sql.query(
                """
                select r.*, l.username from course_role r left join learner l on l.learner_id = r.learner_id
                where r.id > ? and (r.is_member or ?)
                  and (?::text is null or r.course_key = ?::text)
                  and (?::text is null or r.org = ?::text)
                  and (?::text is null or r.role = ?::text)
                  and (?::text is null or r.learner_id = ?::text)
                  and (?::text is null or lower(l.username) = lower(?::text))
                order by r.id limit ?
                """,
                row -> new Listed(row.getLong("id"), RoleRows.role(row), row.getString("username")),
                id,
                filter.takenAwayToo(),
                filter.courseKey(),
                filter.courseKey(),
                filter.org(),
                filter.org(),
                filter.role(),
                filter.role(),
                filter.learnerId(),
                filter.learnerId(),
                filter.username(),
                filter.username(),
                limit);
    }
}
