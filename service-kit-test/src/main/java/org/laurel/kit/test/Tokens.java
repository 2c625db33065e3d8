package org.laurel.kit.test;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
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

    /** A restricted application that somebody let in: scopes such as {@code certificates:read}, filters such as {@code user:me}. */
    public static String application(String learnerId, String username, Set<String> scopes, Set<String> filters) {
        return claims(learnerId, username, Set.of(), Instant.now().plus(VALIDITY))
                .claim("is_restricted", true)
                .claim("scopes", scopes)
                .claim("filters", filters)
                .sign(SharedServers.get().signingKey());
    }

    /** A restricted application without scope or filter, in the name of somebody with every role. */
    public static String applicationWithoutScope() {
        return claims(
                        "1001",
                        "staff",
                        Set.of("staff", "support", "service"),
                        Instant.now().plus(VALIDITY))
                .claim("is_restricted", true)
                .sign(SharedServers.get().signingKey());
    }

    private static String sign(String learnerId, String username, Set<String> roles, Instant expiresAt) {
        return claims(learnerId, username, roles, expiresAt)
                .sign(SharedServers.get().signingKey());
    }

    private static JwtClaimsBuilder claims(String learnerId, String username, Set<String> roles, Instant expiresAt) {
        return Jwt.issuer(LaurelInfrastructure.ISSUER)
                .subject(learnerId)
                .upn(username)
                .preferredUserName(username)
                .groups(roles)
                .issuedAt(expiresAt.minus(VALIDITY))
                .expiresAt(expiresAt);
    }
}
