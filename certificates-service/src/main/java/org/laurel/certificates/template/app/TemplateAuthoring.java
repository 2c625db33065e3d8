package org.laurel.certificates.template.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.rendering.app.RenderFailure;
import org.laurel.certificates.rendering.app.TemplateCheck;
import org.laurel.certificates.template.db.TemplateStore;
import org.laurel.certificates.template.domain.TemplateCommand;
import org.laurel.certificates.template.domain.TemplateOutcome;
import org.laurel.certificates.template.domain.TemplateOutcome.Deleted;
import org.laurel.certificates.template.domain.TemplateOutcome.Saved;
import org.laurel.certificates.template.domain.TemplateShelf;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;

/** Makes, changes and deletes templates. Authors take turns: there are few of them, and one scope has one template. */
@ApplicationScoped
public class TemplateAuthoring {

    /** What {@link KeyLocks#change} locks while templates change. */
    static final List<String> TURN = List.of("certificate templates");

    private final KeyLocks locks;
    private final TemplateStore store;
    private final TemplateCheck check;
    private final Clock clock;

    TemplateAuthoring(KeyLocks locks, TemplateStore store, TemplateCheck check, Clock clock) {
        this.locks = locks;
        this.store = store;
        this.check = check;
        this.clock = clock;
    }

    /** Carries the commands out in order; the outcomes are in the same order. One that is refused changes nothing. */
    @Transactional
    public List<TemplateOutcome> apply(List<TemplateCommand> commands) {
        List<@Nullable RenderFailure> faults =
                commands.stream().map(this::fault).toList();
        locks.change(TURN);
        TemplateShelf shelf = new TemplateShelf(
                store.load(commands.stream().flatMap(TemplateAuthoring::id).toList()), store.scopes());
        List<long[]> ids = store.newIds(commands.size());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<TemplateOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            RenderFailure fault = faults.get(i);
            outcomes.add(
                    fault == null
                            ? shelf.decide(commands.get(i), ids.get(i)[0], ids.get(i)[1], now)
                            : new TemplateOutcome.Broken(fault.reason(), fault.line(), fault.column()));
        }
        save(commands, outcomes);
        return outcomes;
    }

    /** Rows are written as the last command left them, each once. */
    private void save(List<TemplateCommand> commands, List<TemplateOutcome> outcomes) {
        Map<Long, TemplateStore.Written> written = new LinkedHashMap<>();
        Map<Long, Cause> deleted = new LinkedHashMap<>();
        for (int i = 0; i < commands.size(); i++) {
            if (outcomes.get(i) instanceof Saved saved && saved.changed()) {
                written.put(
                        saved.template().id(),
                        new TemplateStore.Written(
                                saved.template(), commands.get(i).cause()));
            } else if (outcomes.get(i) instanceof Deleted gone) {
                written.remove(gone.id());
                deleted.put(gone.id(), commands.get(i).cause());
            }
        }
        store.delete(deleted);
        store.save(List.copyOf(written.values()));
    }

    private @Nullable RenderFailure fault(TemplateCommand command) {
        return switch (command) {
            case TemplateCommand.Create create -> check.check(create.draft().text());
            case TemplateCommand.Change change -> check.check(change.draft().text());
            case TemplateCommand.Delete delete -> null;
        };
    }

    private static Stream<Long> id(TemplateCommand command) {
        return switch (command) {
            case TemplateCommand.Create create -> Stream.empty();
            case TemplateCommand.Change change -> Stream.of(change.id());
            case TemplateCommand.Delete delete -> Stream.of(delete.id());
        };
    }
}
