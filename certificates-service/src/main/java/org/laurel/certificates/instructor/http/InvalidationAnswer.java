package org.laurel.certificates.instructor.http;

import org.laurel.certificates.invalidation.http.Declaration.Declared;

/**
 * An invalidation.
 *
 * @param user the learner's username
 * @param invalidatedBy the username of who made it
 * @param created the day on which it was made first
 */
public record InvalidationAnswer(long id, String user, String invalidatedBy, String created, String notes) {

    static InvalidationAnswer of(Declared declared) {
        var invalidation = declared.invalidation();
        return new InvalidationAnswer(
                invalidation.id(),
                declared.learner().username(),
                invalidation.by().username(),
                DateText.of(invalidation.createdAt()),
                invalidation.notes());
    }
}
