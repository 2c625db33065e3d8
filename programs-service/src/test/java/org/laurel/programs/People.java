package org.laurel.programs;

import static org.awaitility.Awaitility.await;

import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

/** Makes learners known to the service as enrollment-service does. */
public final class People {

    private People() {}

    /** Tells of the story's learner and waits until that is taken in. */
    public static void introduce(Story story) {
        introduce(story, "Ada Lovelace");
    }

    /** Tells of the story's learner under a full name and waits until that is taken in. */
    public static void introduce(Story story, String name) {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.learners")) {
            probe.send(PlatformEvent.of("org.laurel.learner.changed.v1", story.learnerId(), """
                    {"learner_id": "%s", "username": "%s", "email": "%s@example.org", "name": "%s", "is_active": true,
                     "version": 1, "occurred_at": "%s"}""".formatted(
                            story.learnerId(), story.username(), story.username(), name, Story.at(0))));
            await(story.username())
                    .atMost(KafkaProbe.PATIENCE)
                    .until(() -> !Database.current()
                            .query("select 1 from learner where learner_id = ?", story.learnerId())
                            .isEmpty());
        }
    }
}
