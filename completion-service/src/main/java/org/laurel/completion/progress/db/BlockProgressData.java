package org.laurel.completion.progress.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Progress in parts of course runs: earned and possible. */
@Singleton
class BlockProgressData extends HeldRows {

    BlockProgressData(Sql sql, ObjectMapper json) {
        super(sql, json, "block_progress", """
                select course_key, block_key, round(earned / 1000000000.0, 9) as earned, possible,
                       round(optional_earned / 1000000000.0, 9) as optional_earned, optional_possible from block_progress
                where learner_id = ? order by course_key, block_key
                """);
    }
}
