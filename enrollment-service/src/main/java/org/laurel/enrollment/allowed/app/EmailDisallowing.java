package org.laurel.enrollment.allowed.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.laurel.enrollment.allowed.db.AllowedTable;
import org.laurel.enrollment.allowed.domain.AllowedKey;
import org.laurel.kit.domain.Cause;

/** Takes the permission to enroll back from email addresses; who is enrolled stays so. */
@ApplicationScoped
public class EmailDisallowing {

    private final AllowedTable table;

    EmailDisallowing(AllowedTable table) {
        this.table = table;
    }

    /** A permission to take back. */
    public record Disallow(AllowedKey key, Cause cause) {}

    /** Takes them back and returns of each whether it was there. */
    @Transactional
    public List<Boolean> apply(List<Disallow> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        Set<AllowedKey> deleted = Set.copyOf(table.delete(
                commands.stream().map(Disallow::key).distinct().toList(),
                commands.getFirst().cause()));
        return commands.stream().map(command -> deleted.contains(command.key())).toList();
    }
}
