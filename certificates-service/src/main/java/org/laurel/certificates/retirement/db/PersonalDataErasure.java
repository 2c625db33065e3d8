package org.laurel.certificates.retirement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.certificates.retirement.domain.Actor;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Runs the statements of {@link PersonalData}: each once, whatever the number of learners. */
@ApplicationScoped
public class PersonalDataErasure {

    private static final int SHORTEST = 5;

    private final Sql sql;

    PersonalDataErasure(Sql sql) {
        this.sql = sql;
    }

    /**
     * Erases.
     *
     * @param words what names each learner: usernames, names, addresses
     * @param usernames theirs, now and before
     * @param acted whether any of them has changed something; without, tables that only name those who did are left alone
     * @return how many rows were changed
     */
    public int erase(Map<LearnerId, Set<String>> words, List<Actor> usernames, boolean acted) {
        List<Actor> gone = new ArrayList<>(usernames);
        Set<LearnerId> named = usernames.stream().map(Actor::learnerId).collect(Collectors.toSet());
        words.keySet().stream().filter(id -> !named.contains(id)).forEach(id -> gone.add(new Actor(id, "")));
        List<Actor> mentions = mentions(words);
        int rows = 0;
        for (PersonalColumn column : PersonalData.ALL) {
            rows += switch (column.whose()) {
                case OWN -> run(column, gone);
                case ACTED -> acted ? run(column, gone) : 0;
                case MENTIONED -> run(column, mentions);
            };
        }
        return rows;
    }

    /** Short words are too common to tell that a text is about somebody. */
    private static List<Actor> mentions(Map<LearnerId, Set<String>> words) {
        return words.entrySet().stream()
                .flatMap(known -> known.getValue().stream()
                        .filter(word -> word.length() >= SHORTEST)
                        .map(word -> new Actor(known.getKey(), word)))
                .toList();
    }

    private int run(PersonalColumn column, List<Actor> people) {
        return sql.update(
                column.statement(), Column.texts(people, Actor::learnerId), Column.texts(people, Actor::username));
    }
}
