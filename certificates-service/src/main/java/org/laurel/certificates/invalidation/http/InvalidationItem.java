package org.laurel.certificates.invalidation.http;

import java.time.Instant;
import org.laurel.certificates.invalidation.db.InvalidationQuery.Listed;
import org.laurel.certificates.invalidation.domain.Invalidation;

/**
 * An invalidation, with the members that existing listings have. Source: certificates, invalidation, listing.
 *
 * @param user the learner's username
 * @param userId the learner's id
 * @param invalidatedBy the username of who made it, as it was then
 * @param notes empty without notes
 * @param active false once it is taken back
 * @param withheld whether the certificate waits, since decisions take no effect in the course run for now
 */
public record InvalidationItem(
        long id,
        String user,
        String userId,
        String userEmail,
        String courseId,
        String invalidatedBy,
        Instant created,
        Instant modified,
        String notes,
        boolean active,
        boolean withheld) {

    static InvalidationItem of(Listed listed) {
        Invalidation invalidation = listed.invalidation();
        return new InvalidationItem(
                invalidation.id(),
                listed.username(),
                invalidation.key().learnerId().value(),
                listed.email(),
                invalidation.key().courseKey().value(),
                invalidation.by().username(),
                invalidation.createdAt(),
                invalidation.modifiedAt(),
                invalidation.notes(),
                invalidation.active(),
                listed.withheld());
    }
}
