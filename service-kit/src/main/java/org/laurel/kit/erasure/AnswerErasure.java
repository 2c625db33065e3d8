package org.laurel.kit.erasure;

import jakarta.inject.Singleton;
import org.laurel.kit.sql.Sql;

/** Forgets answers that were given to a learner or tell of one. */
@Singleton
class AnswerErasure {

    private final Sql sql;

    AnswerErasure(Sql sql) {
        this.sql = sql;
    }

    int erase(PersonalWords words) {
        return sql.update("""
                delete from idempotency_key
                where caller = ?
                   or encode(convert_to(coalesce(body, '') || e'\\n' || coalesce(location, ''), 'UTF8'), 'escape') ~* ?
                """, words.learnerId(), words.inAnswers());
    }
}
