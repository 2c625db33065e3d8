package org.laurel.kit.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.laurel.kit.domain.Cause;

/**
 * Who makes the current request, by the bearer token: {@code sub} is the learner id and always there, {@code
 * preferred_username} (or {@code upn}) the username, {@code groups} the {@link Roles}.
 * A restricted {@link #application} is neither the learner nor has it a role, whatever its token says besides.
 */
@RequestScoped
public class Caller {

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /** Whether there is no valid token. */
    public boolean isAnonymous() {
        return token.getRawToken() == null;
    }

    /** The learner id, empty for an anonymous caller. */
    public String learnerId() {
        String subject = token.getSubject();
        return subject == null ? "" : subject;
    }

    /** The username, empty for an anonymous caller and for a token without one; never the learner id. */
    public String username() {
        Object preferred = token.getClaim("preferred_username");
        Object name = preferred == null ? token.getClaim("upn") : preferred;
        return name == null ? "" : name.toString();
    }

    /** What the caller may do if it is a restricted application, empty if it is none. */
    public Optional<ApplicationGrant> application() {
        return isAnonymous() ? Optional.empty() : ApplicationGrant.of(token, username());
    }

    /** Whether the caller is this learner; usernames are compared ignoring case. */
    public boolean is(String username) {
        return !isAnonymous()
                && !username.isEmpty()
                && username.equalsIgnoreCase(username())
                && application().isEmpty();
    }

    /** Whether the caller belongs to the platform's global staff. */
    public boolean isStaff() {
        return has(Roles.STAFF);
    }

    /** Whether the caller belongs to the support staff. */
    public boolean isSupport() {
        return has(Roles.SUPPORT);
    }

    /** Whether the caller is another system. */
    public boolean isService() {
        return has(Roles.SERVICE);
    }

    /** Global staff or another system: both may act for any learner. */
    public boolean isPrivileged() {
        return isStaff() || isService();
    }

    /** The cause of what this request changes. */
    public Cause cause() {
        String by = username().isEmpty() ? learnerId() : username();
        return Cause.of(by.isEmpty() ? "anonymous" : by, UUID.randomUUID().toString());
    }

    private boolean has(String role) {
        Set<String> groups = token.getGroups();
        return groups != null && groups.contains(role) && application().isEmpty();
    }
}
