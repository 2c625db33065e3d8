package org.laurel.kit.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Erases rows about learners: each statement of {@link PersonalData} once, whatever the number of learners. */
@ApplicationScoped
class PersonalDataErasure {

    private final Sql sql;
    private final PersonalTables tables;

    PersonalDataErasure(Sql sql, PersonalTables tables) {
        this.sql = sql;
        this.tables = tables;
    }

    /**
     * Erases.
     *
     * @param usernames theirs, now and before
     * @return how many rows were changed
     */
    int erase(Collection<LearnerId> learners, List<Actor> usernames) {
        List<Actor> gone = new ArrayList<>(usernames);
        Set<LearnerId> named = usernames.stream().map(Actor::learnerId).collect(Collectors.toSet());
        learners.stream().filter(id -> !named.contains(id)).forEach(id -> gone.add(new Actor(id, "")));
        int rows = 0;
        for (PersonalColumn.Own column : tables.own()) {
            rows += sql.update(
                    column.statement(), Column.texts(gone, Actor::learnerId), Column.texts(gone, Actor::username));
        }
        return rows;
    }
}
