package org.laurel.enrollment.group.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.enrollment.group.db.GroupTable;
import org.laurel.enrollment.group.domain.ChangeMembers;
import org.laurel.enrollment.group.domain.CreateGroup;
import org.laurel.enrollment.group.domain.DefaultGroups;
import org.laurel.enrollment.group.domain.MembersOutcome;
import org.laurel.enrollment.group.domain.UserGroup;
import org.laurel.enrollment.learner.db.Departures;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/** Adds learners to groups and removes them. A default group is made when the first one is added. */
@ApplicationScoped
public class MembersChange {

    private final KeyLocks locks;
    private final Departures departures;
    private final GroupTable table;

    MembersChange(KeyLocks locks, Departures departures, GroupTable table) {
        this.locks = locks;
        this.departures = departures;
        this.table = table;
    }

    /** Applies the commands, one for each group, in order and returns an outcome for each; whoever leaves is not added. */
    @Transactional
    public List<MembersOutcome> apply(List<ChangeMembers> commands) {
        List<LearnerId> ids = commands.stream()
                .flatMap(command -> command.learners().stream())
                .distinct()
                .toList();
        locks.lock(ids.stream().map(LearnerId::value).toList());
        Map<LearnerId, Objection> departed = departures.of(ids);
        return commands.stream().map(command -> apply(command, departed)).toList();
    }

    private MembersOutcome apply(ChangeMembers command, Map<LearnerId, Objection> departed) {
        return group(command)
                .<MembersOutcome>map(group -> command.adds()
                        ? new MembersOutcome.Changed(table.add(group, command.without(departed.keySet())), departed)
                        : new MembersOutcome.Changed(table.remove(group, command), Map.of()))
                .orElseGet(MembersOutcome.UnknownGroup::new);
    }

    private Optional<UserGroup> group(ChangeMembers command) {
        if (command.adds() && !command.learners().isEmpty()) {
            DefaultGroups.description(command.group())
                    .ifPresent(description ->
                            table.insert(new CreateGroup(command.group(), description, command.cause())));
        }
        return table.lock(command.group());
    }
}
