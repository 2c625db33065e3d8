package org.laurel.completion.progress.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Completion of blocks, from 0 to 1, as it was submitted. */
@Singleton
class BlockCompletionData extends HeldRows {

    BlockCompletionData(Sql sql, ObjectMapper json) {
        super(sql, json, "block_completions", """
                select course_key, block_key, round(completion / 1000000000.0, 9) as completion, occurred_at from block_completion
                where learner_id = ? order by course_key, block_key
                """);
    }
}
