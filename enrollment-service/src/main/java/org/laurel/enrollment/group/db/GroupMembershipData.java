package org.laurel.enrollment.group.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Groups that the learner is in. */
@Singleton
class GroupMembershipData extends HeldRows {

    GroupMembershipData(Sql sql, ObjectMapper json) {
        super(sql, json, "groups", """
                select g.name, g.description
                from user_group_member m join user_group g using (group_id)
                where m.learner_id = ? order by g.name
                """);
    }
}
