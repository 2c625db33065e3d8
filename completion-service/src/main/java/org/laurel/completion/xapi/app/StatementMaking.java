package org.laurel.completion.xapi.app;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.completion.progress.app.ProgressFollower;
import org.laurel.completion.progress.domain.ProgressFact;
import org.laurel.completion.xapi.db.StatementTable;
import org.laurel.completion.xapi.db.StatementTable.NewStatement;
import org.laurel.completion.xapi.domain.Statement;
import org.laurel.completion.xapi.domain.StatementRules;

/**
 * Makes a statement of each change of progress that is told, in the transaction of the change: a statement waits if and only if
 * its change commits. One SQL statement for all of a call, none when statements are off.
 */
@Singleton
class StatementMaking implements ProgressFollower {

    private final StatementSettings settings;
    private final ActorNames actors;
    private final StatedObject objects;
    private final StatementJson json;
    private final StatementTable table;
    private final Event<StatementsQueued> told;

    StatementMaking(
            StatementSettings settings,
            ActorNames actors,
            StatedObject objects,
            StatementJson json,
            StatementTable table,
            Event<StatementsQueued> told) {
        this.settings = settings;
        this.actors = actors;
        this.objects = objects;
        this.json = json;
        this.table = table;
        this.told = told;
    }

    @Override
    public void progressed(List<ProgressFact> facts) {
        if (!settings.isOn()) {
            return;
        }
        List<NewStatement> made = facts.stream()
                .filter(ProgressFact.Progressed.class::isInstance)
                .map(ProgressFact.Progressed.class::cast)
                .filter(fact -> settings.types().contains(fact.aggregate().type()))
                .map(this::make)
                .toList();
        if (!made.isEmpty()) {
            table.add(made);
            told.fire(new StatementsQueued());
        }
    }

    private NewStatement make(ProgressFact.Progressed fact) {
        Statement statement = StatementRules.tell(
                fact,
                actors.of(fact.key().learnerId()),
                objects.of(fact.key().courseKey(), fact.aggregate(), settings.lms()));
        return new NewStatement(statement.id(), statement.courseKey(), json.of(statement));
    }
}
