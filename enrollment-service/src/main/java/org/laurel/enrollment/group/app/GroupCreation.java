package org.laurel.enrollment.group.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.laurel.enrollment.group.db.GroupTable;
import org.laurel.enrollment.group.domain.CreateGroup;
import org.laurel.enrollment.group.domain.UserGroup;

/** Makes groups. Nobody else hears of them, so that no key is locked. */
@ApplicationScoped
public class GroupCreation {

    private final GroupTable table;

    GroupCreation(GroupTable table) {
        this.table = table;
    }

    /** Makes the groups in order; empty stands for one whose name another group has. */
    @Transactional
    public List<Optional<UserGroup>> apply(List<CreateGroup> commands) {
        return commands.stream().map(table::insert).toList();
    }
}
