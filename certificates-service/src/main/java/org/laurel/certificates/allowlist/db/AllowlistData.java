package org.laurel.certificates.allowlist.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Course runs on whose allowlist the learner is, or was; what staff noted stays here. */
@Singleton
class AllowlistData extends HeldRows {

    AllowlistData(Sql sql, ObjectMapper json) {
        super(sql, json, "allowlist", """
                select course_key, allowlist, created_at, modified_at from allowlist_entry
                where learner_id = ? order by course_key
                """);
    }
}
