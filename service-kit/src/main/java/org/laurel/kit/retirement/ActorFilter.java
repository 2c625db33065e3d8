package org.laurel.kit.retirement;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.security.Caller;

/** Sees who changes something. A username is noted at its first use; later ones cost nothing. */
@Singleton
public class ActorFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int MOST = 10_000;

    private final Caller caller;
    private final ActorRecording recording;
    private final Set<Actor> noted = ConcurrentHashMap.newKeySet();

    ActorFilter(Caller caller, ActorRecording recording) {
        this.caller = caller;
        this.recording = recording;
    }

    @ServerRequestFilter
    public void note(ContainerRequestContext request) {
        if (READING.contains(request.getMethod())
                || caller.isAnonymous()
                || caller.username().isEmpty()) {
            return;
        }
        Actor actor = actor(caller.learnerId(), caller.username());
        if (actor != null && !noted.contains(actor)) {
            recording.apply(List.of(actor));
            if (noted.size() >= MOST) {
                noted.clear();
            }
            noted.add(actor);
        }
    }

    /** Null for a subject that is no learner id; nobody with such a subject is ever retired. */
    private static @Nullable Actor actor(String subject, String username) {
        try {
            return new Actor(new LearnerId(subject), username);
        } catch (IllegalArgumentException noLearner) {
            return null;
        }
    }
}
