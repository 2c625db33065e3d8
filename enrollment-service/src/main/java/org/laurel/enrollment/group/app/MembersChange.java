package org.laurel.enrollment.group.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.laurel.enrollment.group.db.GroupTable;
import org.laurel.enrollment.group.domain.ChangeMembers;
import org.laurel.enrollment.group.domain.CreateGroup;
import org.laurel.enrollment.group.domain.DefaultGroups;
import org.laurel.enrollment.group.domain.MembersOutcome;
import org.laurel.enrollment.group.domain.UserGroup;

/** Adds learners to groups and removes them. A default group is made when the first one is added. */
@ApplicationScoped
public class MembersChange {

    private final GroupTable table;

    MembersChange(GroupTable table) {
        this.table = table;
    }

    /** Applies the commands, one for each group, in order and returns an outcome for each. */
    @Transactional
    public List<MembersOutcome> apply(List<ChangeMembers> commands) {
        return commands.stream().map(this::apply).toList();
    }

    private MembersOutcome apply(ChangeMembers command) {
        return group(command)
                .<MembersOutcome>map(group -> new MembersOutcome.Changed(
                        command.adds() ? table.add(group, command) : table.remove(group, command)))
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
