package org.laurel.kit.test;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.laurel.kit.test.infra.SharedServers;

/** Bearer tokens (RS256) that the services under test accept. {@code sub} is the learner id. */
public final class Tokens {

    private static final Duration VALIDITY = Duration.ofHours(1);

    private Tokens() {}

    /** A learner without any role. */
    public static String learner(String learnerId, String username) {
        return of(learnerId, username);
    }

    /** Global staff. */
    public static String staff() {
        return of("1001", "staff", "staff");
    }

    /** A member of the support team. */
    public static String support() {
        return of("1002", "support", "support");
    }

    /** Another platform or service. */
    public static String service() {
        return of("1003", "service", "service");
    }

    /** A staff token that was valid until an hour ago, longer than any allowance for clocks that differ. */
    public static String expired() {
        return sign("1001", "staff", Set.of("staff"), Instant.now().minus(VALIDITY));
    }

    /** Anybody with any roles; known ones are {@code staff}, {@code support} and {@code service}. */
    public static String of(String learnerId, String username, String... roles) {
        return sign(learnerId, username, Set.of(roles), Instant.now().plus(VALIDITY));
    }

    private static String sign(String learnerId, String username, Set<String> roles, Instant expiresAt) {
        return Jwt.issuer(LaurelInfrastructure.ISSUER)
                .subject(learnerId)
                .upn(username)
                .preferredUserName(username)
                .groups(roles)
                .issuedAt(expiresAt.minus(VALIDITY))
                .expiresAt(expiresAt)
                .sign(SharedServers.get().signingKey());
    }
}
