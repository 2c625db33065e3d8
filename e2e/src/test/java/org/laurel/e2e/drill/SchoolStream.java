package org.laurel.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells of a school learner by learner, from a thread of its own, until it is stopped. */
final class SchoolStream implements AutoCloseable {
    private static final Duration BETWEEN_LEARNERS = Duration.ofMillis(200);
    /** How many learners later it ends with one: certificates are granted by then. */
    private static final int BEHIND = 50;

    private final Ground ground;
    private final School school;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger begun = new AtomicInteger();
    private final CompletableFuture<Void> telling;

    private SchoolStream(Ground ground, School school) {
        this.ground = ground;
        this.school = school;
        this.telling = Ground.beside(this::tell);
    }

    /** Begins with the first learner. */
    static SchoolStream start(Ground ground, School school) {
        return new SchoolStream(ground, school);
    }

    /** Ends with all who have begun, and returns the school as far as it was told; fails if it has run dry before. */
    School stop() {
        over.set(true);
        telling.join();
        assertThat(begun.get()).isLessThan(school.learners().size());
        return school.first(begun.get());
    }

    @Override
    public void close() {
        over.set(true);
    }

    private void tell() {
        int all = school.learners().size();
        int ended = 0;
        while (!over.get() && begun.get() < all) {
            ground.publish(school.beginnings(begun.getAndIncrement(), all));
            if (begun.get() > ended + BEHIND) {
                ground.publish(school.endings(ended++, all));
            }
            Ground.patiently().pollDelay(BETWEEN_LEARNERS).until(() -> true);
        }
        while (ended < begun.get()) {
            ground.publish(school.endings(ended++, all));
        }
    }
}
