package org.laurel.stack.token;

import java.security.PrivateKey;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Issues bearer tokens (JWT, RS256) that the services of the local stack accept. */
public final class TokenIssuer {
    /** The issuer that the services expect. */
    public static final String ISSUER = "https://laurel.local";

    private final PrivateKey key;

    public TokenIssuer(SigningKeys keys) {
        this.key = keys.privateKey();
    }

    /** Makes a token. */
    public String issue(TokenRequest request) {
        NumericDate now = NumericDate.now();
        NumericDate end =
                NumericDate.fromSeconds(now.getValue() + request.lifetime().toSeconds());
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(request.learnerId());
        claims.setStringClaim("upn", request.username());
        claims.setStringClaim("preferred_username", request.username());
        claims.setStringClaim("name", request.name());
        claims.setStringListClaim("groups", List.copyOf(request.roles()));
        TokenRequest.Application application = request.application();
        if (application != null) {
            claims.setClaim("is_restricted", true);
            claims.setStringListClaim("scopes", List.copyOf(application.scopes()));
            claims.setStringListClaim("filters", List.copyOf(application.filters()));
        }
        claims.setIssuedAt(now);
        claims.setExpirationTime(end);
        claims.setGeneratedJwtId();
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue("laurel-local");
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException("an RSA key of 2048 bits signs anything", failure);
        }
    }
}
