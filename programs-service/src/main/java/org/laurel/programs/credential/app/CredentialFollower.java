package org.laurel.programs.credential.app;

import java.util.List;
import org.laurel.programs.credential.domain.CredentialFact;

/**
 * Follows credentials that begin or cease to hold. Other features supply it as a bean; it is called in the transaction of the
 * change, with the learners' keys locked. What it throws undoes the change, so it must not for anything less important.
 */
public interface CredentialFollower {

    /** Credentials have changed, and are saved. */
    void follow(List<CredentialFact> facts);
}
