package org.laurel.stack.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Releases the brakes of certificates-service, as an operator would who has looked and knows that the wave of revocations is
 * meant. Looks at most once a second. Used by one thread.
 */
final class BrakeOperator {
    private static final String BRAKES = "/api/certificates/ops/brakes";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final LaurelApi api;
    private final List<String> released = new ArrayList<>();
    private long nextLook = System.nanoTime();

    BrakeOperator(LaurelApi api) {
        this.api = api;
    }

    /** Releases what is engaged now. */
    void look() {
        if (System.nanoTime() < nextLook) {
            return;
        }
        nextLook = System.nanoTime() + BETWEEN_LOOKS.toNanos();
        api.find(BRAKES)
                .ifPresent(page -> page.path("results").forEach(brake -> {
                    if (brake.path("engaged").asBoolean()) {
                        String subject = brake.path("subject").asText();
                        api.post(BRAKES + "/release", Map.of("subject", subject));
                        released.add(subject + ": " + brake.path("detail").asText());
                    }
                }));
    }

    /** What was released, each with the figures of why it had engaged. */
    List<String> released() {
        return List.copyOf(released);
    }
}
