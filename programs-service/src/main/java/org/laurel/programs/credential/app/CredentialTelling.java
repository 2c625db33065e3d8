package org.laurel.programs.credential.app;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.kit.outbox.Outbox;
import org.laurel.programs.credential.domain.CredentialFact;

/**
 * The one place through which every change of a credential is told, in the transaction of the change: whatever else has to
 * happen when a credential begins or ceases to hold belongs here.
 */
@ApplicationScoped
class CredentialTelling {

    private final Outbox outbox;
    private final List<CredentialFollower> followers;

    CredentialTelling(Outbox outbox, @All List<CredentialFollower> followers) {
        this.outbox = outbox;
        this.followers = followers;
    }

    /** Tells the facts in their order. The caller has saved what they tell of, and holds the learners' keys. */
    void tell(List<CredentialFact> facts) {
        outbox.append(facts);
        followers.forEach(follower -> follower.follow(facts));
    }
}
