package org.laurel.bridge.outbound.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.bridge.outbound.domain.Author;
import org.laurel.bridge.outbound.domain.FactKind;
import org.laurel.bridge.outbound.domain.Heard;
import org.laurel.bridge.outbound.domain.Subject;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** What was heard last of Laurel's states. Whoever writes holds the learners' locks. */
@ApplicationScoped
public class HeardStates {

    private final Sql sql;

    HeardStates(Sql sql) {
        this.sql = sql;
    }

    /** What was heard of those of the states that are known. */
    public Map<Subject, Heard> find(List<Subject> subjects) {
        Map<Subject, Heard> found = new HashMap<>();
        sql.query(
                        """
                        select h.* from heard_state h
                        join unnest(?::text[], ?::text[], ?::text[]) as t (learner_id, kind, subject)
                          using (learner_id, kind, subject)
                        """,
                        HeardStates::heard,
                        Column.texts(subjects, Subject::learnerId),
                        Column.texts(subjects, Subject::kind),
                        Column.texts(subjects, Subject::name))
                .forEach(heard -> found.put(heard.subject(), heard));
        return found;
    }

    /** Puts these, one of each state, in the place of what is there. */
    public void save(List<Heard> states) {
        if (states.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into heard_state (learner_id, kind, subject, version, changed, awarded, revoked, ever_awarded, author)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bool[], ?::bool[], ?::bool[], ?::bool[],
                                     ?::text[])
                on conflict (learner_id, kind, subject) do update set version = excluded.version, changed = excluded.changed,
                    awarded = excluded.awarded, revoked = excluded.revoked, ever_awarded = excluded.ever_awarded,
                    author = excluded.author
                """,
                Column.texts(states, heard -> heard.subject().learnerId()),
                Column.texts(states, heard -> heard.subject().kind()),
                Column.texts(states, heard -> heard.subject().name()),
                Column.longs(states, Heard::version),
                Column.flags(states, heard -> heard.facts().contains(FactKind.CHANGED)),
                Column.flags(states, heard -> heard.facts().contains(FactKind.AWARDED)),
                Column.flags(states, heard -> heard.facts().contains(FactKind.REVOKED)),
                Column.flags(states, Heard::everAwarded),
                Column.texts(states, Heard::author));
    }

    private static Heard heard(ResultSet row) throws SQLException {
        Set<FactKind> facts = EnumSet.noneOf(FactKind.class);
        if (row.getBoolean("changed")) {
            facts.add(FactKind.CHANGED);
        }
        if (row.getBoolean("awarded")) {
            facts.add(FactKind.AWARDED);
        }
        if (row.getBoolean("revoked")) {
            facts.add(FactKind.REVOKED);
        }
        return new Heard(
                new Subject(
                        new LearnerId(Row.text(row, "learner_id")),
                        Subject.Kind.valueOf(Row.text(row, "kind")),
                        Row.text(row, "subject")),
                row.getLong("version"),
                facts,
                Author.valueOf(Row.text(row, "author")),
                row.getBoolean("ever_awarded"));
    }
}
