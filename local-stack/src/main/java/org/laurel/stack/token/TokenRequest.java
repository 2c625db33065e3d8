package org.laurel.stack.token;

import java.time.Duration;
import java.util.Set;

/**
 * Whose token to make.
 *
 * @param learnerId the subject
 * @param username the name that the learner signs in with
 * @param name the full name
 * @param roles any of {@code staff}, {@code support} and {@code service}; a plain learner has none
 * @param lifetime how long the token is good for
 */
public record TokenRequest(String learnerId, String username, String name, Set<String> roles, Duration lifetime) {
    /** The roles that a token can carry. */
    public static final Set<String> KNOWN_ROLES = Set.of("staff", "support", "service");

    private static final Duration USUAL_LIFETIME = Duration.ofDays(30);

    public TokenRequest {
        roles = Set.copyOf(roles);
        if (!KNOWN_ROLES.containsAll(roles)) {
            throw new IllegalArgumentException("roles are staff, support and service, not " + roles);
        }
    }

    /** A plain learner. */
    public static TokenRequest learner(String learnerId, String username) {
        return new TokenRequest(learnerId, username, username, Set.of(), USUAL_LIFETIME);
    }

    /** Somebody whose user name is their role. */
    public static TokenRequest role(String role) {
        return new TokenRequest(role, role, role, Set.of(role), USUAL_LIFETIME);
    }

    public TokenRequest withRoles(Set<String> others) {
        return new TokenRequest(learnerId, username, name, others, lifetime);
    }

    public TokenRequest withName(String other) {
        return new TokenRequest(learnerId, username, other, roles, lifetime);
    }

    public TokenRequest withLifetime(Duration other) {
        return new TokenRequest(learnerId, username, name, roles, other);
    }
}
