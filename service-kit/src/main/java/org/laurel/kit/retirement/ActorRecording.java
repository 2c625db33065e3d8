package org.laurel.kit.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Notes under which usernames people change something, so that their retirement finds what they did. */
@ApplicationScoped
public class ActorRecording {

    private final RetiredPeople people;

    ActorRecording(RetiredPeople people) {
        this.people = people;
    }

    /** Notes them, in a transaction of its own: a request that fails later has still used the name. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void apply(List<Actor> actors) {
        people.act(actors);
    }
}
