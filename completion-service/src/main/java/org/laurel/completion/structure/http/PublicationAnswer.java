package org.laurel.completion.structure.http;

import org.laurel.completion.structure.domain.Publication;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/**
 * What became of a published structure.
 *
 * @param version the version that is meant
 * @param outcome {@code published}: it counts from now on; {@code outdated}: kept, but a newer one counts; {@code unchanged}:
 *     the newest one says the same
 */
public record PublicationAnswer(String courseKey, long version, String outcome) {

    /**
     * The answer to a publication that obeys the rules.
     *
     * @throws ProblemException 400 for one that does not
     */
    static PublicationAnswer of(CourseKey courseKey, Publication publication) {
        return switch (publication) {
            case Publication.Published done -> new PublicationAnswer(courseKey.value(), done.version(), "published");
            case Publication.Outdated done -> new PublicationAnswer(courseKey.value(), done.version(), "outdated");
            case Publication.Unchanged done -> new PublicationAnswer(courseKey.value(), done.version(), "unchanged");
            case Publication.Refused done -> throw Refusals.structure(done.violations());
        };
    }
}
