package org.laurel.stack.token;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose token to make.
 *
 * @param learnerId the subject
 * @param username the name that the learner signs in with
 * @param name the full name
 * @param roles any of {@code staff}, {@code support} and {@code service}; a plain learner has none
 * @param application what the token allows a restricted application, null for the person's own token
 * @param lifetime how long the token is good for
 */
public record TokenRequest(
        String learnerId,
        String username,
        String name,
        Set<String> roles,
        @Nullable Application application,
        Duration lifetime) {
    /** The roles that a token can carry. */
    public static final Set<String> KNOWN_ROLES = Set.of("staff", "support", "service");

    private static final Duration USUAL_LIFETIME = Duration.ofDays(30);

    /**
     * A restricted application that acts for the person.
     *
     * @param scopes such as {@code certificates:read}
     * @param filters {@code user:me} and {@code content_org:Org}
     */
    public record Application(Set<String> scopes, Set<String> filters) {
        public Application {
            scopes = Set.copyOf(scopes);
            filters = Set.copyOf(filters);
        }
    }

    public TokenRequest {
        roles = Set.copyOf(roles);
        if (!KNOWN_ROLES.containsAll(roles)) {
            throw new IllegalArgumentException("roles are staff, support and service, not " + roles);
        }
    }

    /** A plain learner. */
    public static TokenRequest learner(String learnerId, String username) {
        return new TokenRequest(learnerId, username, username, Set.of(), null, USUAL_LIFETIME);
    }

    /** Somebody whose user name is their role. */
    public static TokenRequest role(String role) {
        return new TokenRequest(role, role, role, Set.of(role), null, USUAL_LIFETIME);
    }

    public TokenRequest withRoles(Set<String> others) {
        return new TokenRequest(learnerId, username, name, others, application, lifetime);
    }

    public TokenRequest withName(String other) {
        return new TokenRequest(learnerId, username, other, roles, application, lifetime);
    }

    public TokenRequest withLifetime(Duration other) {
        return new TokenRequest(learnerId, username, name, roles, application, other);
    }

    public TokenRequest forApplication(Application other) {
        return new TokenRequest(learnerId, username, name, roles, other, lifetime);
    }
}
