package org.laurel.kit.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Refuses tokens that name nobody, those of other systems included: without {@code sub} there is no one to act as. Takes all
 * roles from restricted applications.
 */
@ApplicationScoped
class TokenReading implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            String subject = token.getSubject();
            if (subject == null || subject.isBlank()) {
                return Uni.createFrom().failure(new AuthenticationFailedException("the token has no sub"));
            }
            if (ApplicationGrant.isOn(token)) {
                return Uni.createFrom().item(withoutRoles(identity));
            }
        }
        return Uni.createFrom().item(identity);
    }

    private static SecurityIdentity withoutRoles(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .build();
    }
}
