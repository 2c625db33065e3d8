package org.laurel.completion.xapi.app;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.completion.xapi.domain.Delivery;
import org.laurel.completion.xapi.domain.LmsRoot;

/** Whether statements are made, of what, and what they need. Checked when the service starts, also while none are made. */
@Singleton
@Startup
class StatementSettings {

    private static final String LMS_ROOT = "laurel.completion.xapi.lms-root";
    private static final String ACTOR_SECRET = "laurel.completion.xapi.actor-secret";
    private static final Set<String> KNOWN_TYPES = Set.of("course", "chapter", "sequential", "vertical");
    private static final int SHORTEST_SECRET = 32;

    private final Delivery delivery;
    private final Set<String> types;
    private final Optional<LmsRoot> lms;
    private final Optional<String> secret;

    /**
     * Reads the settings.
     *
     * @param delivery {@code off}, {@code lrs} or {@code topic}
     * @param types of the aggregates of which statements tell
     * @param lmsRoot address of the learning platform
     * @param actorSecret what learners' anonymised names are made with
     * @param endpoint of a learning record store: with one, the two above must be set
     * @throws IllegalStateException naming the setting that is missing or unfit
     */
    StatementSettings(
            @ConfigProperty(name = "laurel.completion.xapi.delivery", defaultValue = "off") String delivery,
            @ConfigProperty(name = "laurel.completion.xapi.types", defaultValue = "course,chapter,sequential,vertical")
                    List<String> types,
            @ConfigProperty(name = "laurel.completion.xapi.lms-root") Optional<String> lmsRoot,
            @ConfigProperty(name = "laurel.completion.xapi.actor-secret") Optional<String> actorSecret,
            @ConfigProperty(name = "laurel.completion.xapi.lrs.endpoint") Optional<String> endpoint) {
        this.delivery = delivery(delivery.strip());
        this.types = types.stream().map(String::strip).collect(Collectors.toUnmodifiableSet());
        this.lms = lmsRoot.map(String::strip).filter(text -> !text.isEmpty()).map(StatementSettings::lms);
        this.secret = actorSecret.filter(text -> !text.isBlank());
        if (this.types.isEmpty() || !KNOWN_TYPES.containsAll(this.types)) {
            throw new IllegalStateException(
                    "laurel.completion.xapi.types must name some of course, chapter, sequential and vertical");
        }
        if (secret.isPresent() && secret.get().length() < SHORTEST_SECRET) {
            throw new IllegalStateException(ACTOR_SECRET + " must have at least " + SHORTEST_SECRET + " characters");
        }
        if (isOn() || endpoint.filter(text -> !text.isBlank()).isPresent()) {
            require(LMS_ROOT, lms);
            require(ACTOR_SECRET, secret);
        }
    }

    boolean isOn() {
        return delivery != Delivery.OFF;
    }

    Delivery delivery() {
        return delivery;
    }

    /** Types of the aggregates of which statements tell. */
    Set<String> types() {
        return types;
    }

    /** Set whenever statements are made. */
    LmsRoot lms() {
        return lms.orElseThrow();
    }

    /** Set whenever statements are made. */
    String actorSecret() {
        return secret.orElseThrow();
    }

    private static Delivery delivery(String text) {
        return Arrays.stream(Delivery.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("laurel.completion.xapi.delivery must be off, lrs or topic"));
    }

    private static LmsRoot lms(String text) {
        try {
            return new LmsRoot(text);
        } catch (IllegalArgumentException unfit) {
            throw new IllegalStateException(LMS_ROOT + " is " + unfit.getMessage(), unfit);
        }
    }

    private static void require(String setting, Optional<?> value) {
        if (value.isEmpty()) {
            throw new IllegalStateException(setting + " must be set, because xAPI statements need it");
        }
    }
}
