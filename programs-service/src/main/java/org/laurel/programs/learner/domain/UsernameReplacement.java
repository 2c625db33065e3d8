package org.laurel.programs.learner.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.LearnerId;

/**
 * What becomes of usernames that are replaced one after the other.
 *
 * @param done for each replacement, in their order, whether it holds now
 * @param usernames the new usernames by learner
 */
public record UsernameReplacement(List<Boolean> done, Map<LearnerId, String> usernames) {

    public UsernameReplacement {
        done = List.copyOf(done);
        usernames = Map.copyOf(usernames);
    }

    /**
     * Decides. A username that nobody has is replaced without further ado; one that somebody else has already is not given away,
     * and neither is one that no learner can have. Source: programs, replacement of usernames.
     *
     * @param holders who has the usernames that are named, by {@link ReplaceUsername#key}
     */
    public static UsernameReplacement decide(List<ReplaceUsername> commands, Map<String, LearnerId> holders) {
        Map<String, LearnerId> now = new HashMap<>(holders);
        Map<LearnerId, String> usernames = new LinkedHashMap<>();
        List<Boolean> done = new ArrayList<>();
        for (ReplaceUsername command : commands) {
            LearnerId learner = now.get(ReplaceUsername.key(command.from()));
            LearnerId other = now.get(ReplaceUsername.key(command.to()));
            boolean possible = command.isPossible() && (learner == null || other == null || other.equals(learner));
            if (possible && learner != null) {
                now.remove(ReplaceUsername.key(command.from()));
                now.put(ReplaceUsername.key(command.to()), learner);
                usernames.put(learner, command.to());
            }
            done.add(possible);
        }
        return new UsernameReplacement(done, usernames);
    }
}
