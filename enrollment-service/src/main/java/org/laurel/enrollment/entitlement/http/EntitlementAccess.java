package org.laurel.enrollment.entitlement.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.entitlement.db.EntitlementQueries;
import org.laurel.enrollment.entitlement.db.EntitlementQueries.Listed;
import org.laurel.enrollment.entitlement.db.EntitlementQueries.Wanted;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Finds entitlements that the caller may see: all for staff and service clients, otherwise the caller's own. */
@ApplicationScoped
class EntitlementAccess {

    /** The library's own reading takes shorter groups too, and then two texts name one id. */
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final EntitlementQueries entitlements;
    private final Caller caller;

    EntitlementAccess(EntitlementQueries entitlements, Caller caller) {
        this.entitlements = entitlements;
        this.caller = caller;
    }

    /** The entitlement with this public id; 404 when there is none or the caller may not see it. */
    Listed find(String uuid) {
        return entitlements
                .byId(uuid("uuid", uuid))
                .filter(found -> caller.isPrivileged() || isOwn(found))
                .orElseThrow(() -> ProblemException.notFound("entitlement_not_found", "There is no such entitlement."));
    }

    /** The caller's wishes as a query that finds nothing the caller may not see. Bad filters are a 400. */
    Wanted wanted(
            @Nullable String learnerId, @Nullable String user, @Nullable String courseUuid, @Nullable String active) {
        return new Wanted(
                caller.isPrivileged() ? null : caller.learnerId(),
                text("learner_id", learnerId),
                text("user", user),
                courseUuid == null || courseUuid.isEmpty() ? null : uuid("course_uuid", courseUuid),
                flag(active));
    }

    /** Reads a uuid in any case; 400 when it is none. */
    static UUID uuid(String member, String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw ProblemException.badRequest("invalid_" + member, member + " is not a uuid.");
        }
        return UUID.fromString(text);
    }

    private boolean isOwn(Listed found) {
        return found.entitlement().key().learnerId().value().equals(caller.learnerId());
    }

    private static @Nullable String text(String member, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw ProblemException.badRequest("invalid_" + member, member + " holds the character U+0000.");
        }
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        return switch (text) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.badRequest("invalid_active", "active takes true or false.");
        };
    }
}
