package org.laurel.certificates.issuance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand.TakeIn;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.PassingFailure;
import org.laurel.kit.sql.Sql;

/**
 * Public ids that other systems have stated, each for one certificate for good: also while the certificate is not written since
 * decisions take no effect. Who takes statements in looks first, by {@link CertificateQuery#casesOf}, and refuses.
 */
@ApplicationScoped
public class StatedIds {

    private final Sql sql;

    StatedIds(Sql sql) {
        this.sql = sql;
    }

    /** Somebody else stated the id after it had been looked for; the next look finds it, and the statement is refused. */
    private static final class TakenMeanwhile extends RuntimeException implements PassingFailure {
        private static final long serialVersionUID = 1;

        TakenMeanwhile() {
            super("a public id was stated for two certificates at once");
        }

        @Override
        public String waitsFor() {
            return "another statement of the same public id";
        }
    }

    private record Kept(String verifyUuid, CaseKey key) {
        static Stream<Kept> of(TakeIn command) {
            @Nullable String id = command.fact() instanceof Fact.Stated stated
                    ? stated.certificate().verifyUuid()
                    : null;
            return Stream.ofNullable(id).map(given -> new Kept(given, command.key()));
        }
    }

    /** Keeps the public ids that the facts state, in the transaction that takes them in. */
    public void keep(List<TakeIn> commands) {
        List<Kept> kept = commands.stream().flatMap(Kept::of).distinct().toList();
        if (kept.isEmpty()) {
            return;
        }
        // The update changes nothing; it counts the rows that are there for the same certificate already.
        int own = sql.update(
                """
                insert into stated_public_id as known (verify_uuid, learner_id, course_key)
                select verify_uuid, learner_id, course_key
                from unnest(?::text[], ?::text[], ?::text[]) as t (verify_uuid, learner_id, course_key)
                order by verify_uuid
                on conflict (verify_uuid) do update set verify_uuid = excluded.verify_uuid
                where (known.learner_id, known.course_key) = (excluded.learner_id, excluded.course_key)
                """,
                Column.texts(kept, Kept::verifyUuid),
                Column.texts(kept, one -> one.key().learnerId()),
                Column.texts(kept, one -> one.key().courseKey()));
        if (own < kept.size()) {
            throw new TakenMeanwhile();
        }
    }
}
