package org.laurel.completion.standing.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Blocks that were assigned to the learner alone. */
@Singleton
class LearnerBlocksData extends HeldRows {

    LearnerBlocksData(Sql sql, ObjectMapper json) {
        super(sql, json, "assigned_blocks", """
                select course_key, parent, selected, releases, occurred_at from learner_blocks
                where learner_id = ? order by course_key, parent
                """);
    }
}
