package org.laurel.kit.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.laurel.kit.lock.KeyLocks;

/** Gives settings other values by adding revisions. */
@ApplicationScoped
public class Revising {

    private final KeyLocks locks;
    private final RevisionTable table;

    Revising(KeyLocks locks, RevisionTable table) {
        this.locks = locks;
        this.table = table;
    }

    /**
     * Applies the commands, each about a subject of its own, and returns what became of them in order. A value that holds
     * already adds no revision.
     *
     * @throws IllegalArgumentException when two commands are about one subject
     */
    @Transactional
    public List<Revised> apply(List<Revise> commands) {
        Set<String> subjects = subjects(commands);
        locks.change(subjects);
        Map<String, Revised> outcomes = new HashMap<>();
        Map<String, Revision> newest = table.newest(subjects);
        for (Revise command : commands) {
            Revision current = newest.get(command.subject());
            if (current != null && command.repeats(current)) {
                outcomes.put(command.subject(), new Revised(current, false));
            }
        }
        List<Revise> changes = commands.stream()
                .filter(command -> !outcomes.containsKey(command.subject()))
                .toList();
        table.append(changes).forEach((subject, added) -> outcomes.put(subject, new Revised(added, true)));
        return commands.stream()
                .map(command -> Objects.requireNonNull(outcomes.get(command.subject())))
                .toList();
    }

    private static Set<String> subjects(List<Revise> commands) {
        Set<String> subjects = new LinkedHashSet<>();
        for (Revise command : commands) {
            if (!subjects.add(command.subject())) {
                throw new IllegalArgumentException("two revisions of " + command.subject() + " at once");
            }
        }
        return subjects;
    }
}
