package org.laurel.programs.learner.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.learner.db.UsernameTable;
import org.laurel.programs.learner.domain.ReplaceUsername;
import org.laurel.programs.learner.domain.UsernameReplacement;

/**
 * Replaces usernames in our replica of learners, as an operator's tool does in every service that keeps some. Credentials and
 * grades go by learner id and follow; names are blanked. What enrollment-service tells later of a learner, with a higher version,
 * wins.
 */
@ApplicationScoped
public class UsernameReplacing {

    private final KeyLocks locks;
    private final UsernameTable usernames;
    private final Clock clock;

    UsernameReplacing(KeyLocks locks, UsernameTable usernames, Clock clock) {
        this.locks = locks;
        this.usernames = usernames;
        this.clock = clock;
    }

    /** Replaces in order, and tells of each replacement whether it holds now. */
    @Transactional
    public List<Boolean> apply(List<ReplaceUsername> commands) {
        List<String> named = commands.stream()
                .flatMap(command -> Stream.of(command.from(), command.to()))
                .filter(username -> username.indexOf('\0') < 0)
                .distinct()
                .toList();
        locks.change(named.stream().map(UsernameReplacing::lock).toList());
        // Somebody may get one of them until the holders are locked: whoever has them then must be locked as well.
        Map<String, LearnerId> locked = Map.of();
        Map<String, LearnerId> holders = usernames.holders(named);
        while (!holders.equals(locked)) {
            locks.lock(
                    holders.values().stream().map(LearnerId::value).distinct().toList());
            locked = holders;
            holders = usernames.holders(named);
        }
        UsernameReplacement replacement = UsernameReplacement.decide(commands, holders);
        usernames.replace(replacement.usernames(), clock.instant());
        return replacement.done();
    }

    /** Under which replacements of a username, and those that give it to somebody, wait for each other. */
    private static String lock(String username) {
        return "username:" + ReplaceUsername.key(username);
    }
}
