package org.laurel.kit.erasure;

import jakarta.inject.Singleton;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Forgets answers that were given to a learner or tell of one. */
@Singleton
class AnswerErasure {

    private static final String TEXT =
            "encode(convert_to(coalesce(r.body, '') || e'\\n' || coalesce(r.location, ''), 'UTF8'), 'escape')";

    private final Sql sql;

    AnswerErasure(Sql sql) {
        this.sql = sql;
    }

    int erase(Leaving leaving) {
        return sql.update(
                Leaving.WORDS + ", found as (" + Leaving.mayName("idempotency_key", "scope", TEXT, "true") + ")"
                        + """
                , gone as (select * from unnest(?::text[], ?::text[]) as g (learner_id, pattern))
                delete from idempotency_key k
                where k.caller in (select learner_id from gone)
                   or k.scope in (select r.scope from found join gone using (learner_id)
                                  join idempotency_key r using (scope)
                                  where %s ~* gone.pattern)
                """.formatted(TEXT),
                leaving.pieceLearners(),
                leaving.pieceTexts(),
                Column.texts(leaving.all(), PersonalWords::learnerId),
                Column.texts(leaving.all(), PersonalWords::inAnswers));
    }
}
