package org.laurel.enrollment.group.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurel.enrollment.group.domain.ChangeMembers;
import org.laurel.enrollment.group.domain.CreateGroup;
import org.laurel.enrollment.group.domain.UserGroup;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Groups and their members. */
@ApplicationScoped
public class GroupTable {

    private final Sql sql;

    GroupTable(Sql sql) {
        this.sql = sql;
    }

    /** Makes the group; empty when another one has the name. */
    public Optional<UserGroup> insert(CreateGroup command) {
        return sql.first(
                """
                insert into user_group (name, description, changed_by, change_reason, cause_id) values (?, ?, ?, ?, ?)
                on conflict (name) do nothing returning *
                """,
                GroupRows::group,
                command.name(),
                command.description(),
                command.cause().by(),
                command.cause().reason(),
                command.cause().id());
    }

    /** The group of this name, kept from being changed until the end of the transaction. */
    public Optional<UserGroup> lock(String name) {
        return sql.first("select * from user_group where name = ? for update", GroupRows::group, name);
    }

    /** Adds members and returns those who were none. */
    public Set<LearnerId> add(UserGroup group, ChangeMembers command) {
        return new HashSet<>(sql.query(
                """
                insert into user_group_member (group_id, learner_id, changed_by, change_reason, cause_id)
                select ?, learner_id, ?, ?, ? from unnest(?::text[]) as learner_id
                on conflict (group_id, learner_id) do nothing returning learner_id
                """,
                row -> new LearnerId(Row.text(row, "learner_id")),
                group.id(),
                command.cause().by(),
                command.cause().reason(),
                command.cause().id(),
                Column.texts(command.learners(), LearnerId::value)));
    }

    /** Removes members and returns those who were some. First they say who removes them, so that the history knows. */
    public Set<LearnerId> remove(UserGroup group, ChangeMembers command) {
        sql.update(
                """
                update user_group_member set changed_by = ?, change_reason = ?, cause_id = ?
                where group_id = ? and learner_id = any(?)
                """,
                command.cause().by(),
                command.cause().reason(),
                command.cause().id(),
                group.id(),
                Column.texts(command.learners(), LearnerId::value));
        List<LearnerId> removed = sql.query(
                "delete from user_group_member where group_id = ? and learner_id = any(?) returning learner_id",
                row -> new LearnerId(Row.text(row, "learner_id")),
                group.id(),
                Column.texts(command.learners(), LearnerId::value));
        return new HashSet<>(removed);
    }
}
