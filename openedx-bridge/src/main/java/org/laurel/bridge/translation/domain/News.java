package org.laurel.bridge.translation.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.bridge.identity.domain.Attempt;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/** What an event of Open edX means to Laurel. */
public sealed interface News {

    /** The learner id, or the key of the course run, that it is about: what it is locked by. */
    String key();

    /**
     * An event of Laurel's as it is to be published.
     *
     * @param event made and understood by the {@code kafka} packages only
     * @param ofRetired what is published in its place when the learner is retired, without the learner's names; null for nothing
     */
    record Forwarded(String key, Object event, @Nullable Object ofRetired) implements News {}

    /** An attempt to verify the identity: what is published depends on the learner's other attempts. */
    record AttemptMade(Attempt attempt) implements News {
        @Override
        public String key() {
            return attempt.learnerId().value();
        }
    }

    /** A learner is in a cohort of this name, and in no other of the course run. Laurel needs a number for it. */
    record CohortEntered(LearnerId learnerId, CourseKey courseKey, String name) implements News {
        @Override
        public String key() {
            return learnerId.value();
        }
    }
}
