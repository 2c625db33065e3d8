package org.laurel.programs.lti.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/** Let another configuration of a program's tool hold from now on. */
public record ReplaceLti(
        LtiSubject subject,
        LtiConfiguration configuration,
        Secret key,
        Secret secret,
        ExpectedVersion expected,
        Instant at,
        Cause cause) {

    /** Whether the client gives something that has to be encrypted. */
    public boolean givesSecrets() {
        return key instanceof Secret.Given || secret instanceof Secret.Given;
    }
}
