package org.laurel.enrollment.group.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laurel.enrollment.group.domain.UserGroup;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds groups and members for readers. */
@ApplicationScoped
public class GroupQueries {

    private final Sql sql;

    GroupQueries(Sql sql) {
        this.sql = sql;
    }

    /** A member of a group. */
    public record Member(String learnerId, String username, String email) {}

    /** The group of this name, empty when there is none. */
    public Optional<UserGroup> byName(String name) {
        return name.indexOf('\0') >= 0
                ? Optional.empty()
                : sql.first("select * from user_group where name = ?", GroupRows::group, name);
    }

    /** Groups after the one with this id, in the order in which they were made. */
    public List<UserGroup> after(long id, int limit) {
        return sql.query(
                "select * from user_group where group_id > ? order by group_id limit ?", GroupRows::group, id, limit);
    }

    /** Members with an id after this one, by id. */
    public List<Member> members(UserGroup group, String afterLearner, int limit) {
        return sql.query(
                """
                select l.learner_id, l.username, l.email
                from user_group_member m join learner l on l.learner_id = m.learner_id
                where m.group_id = ? and m.learner_id > ? order by m.learner_id limit ?
                """,
                row -> new Member(Row.text(row, "learner_id"), Row.text(row, "username"), Row.text(row, "email")),
                group.id(),
                afterLearner,
                limit);
    }
}
