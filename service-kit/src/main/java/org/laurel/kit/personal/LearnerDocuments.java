package org.laurel.kit.personal;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Puts together what all features of a service hold about a learner. */
@ApplicationScoped
public class LearnerDocuments {

    private final List<LearnerData> features;
    private final Caller caller;
    private final Clock clock;
    private final String service;

    LearnerDocuments(
            @All List<LearnerData> features,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.features = features.stream()
                .sorted(Comparator.comparing(LearnerData::name))
                .toList();
        this.caller = caller;
        this.clock = clock;
        this.service = service;
        long names = features.stream().map(LearnerData::name).distinct().count();
        if (names < features.size()) {
            throw new IllegalStateException("two features call what they hold about learners by one name");
        }
    }

    /** The document of a learner whom the caller may see. */
    public LearnerDocument of(LearnerId learnerId) {
        Map<String, Object> data = new TreeMap<>();
        for (LearnerData feature : features) {
            Object held = feature.of(learnerId);
            if (held != null) {
                data.put(feature.name(), held);
            }
        }
        return new LearnerDocument(service, learnerId.value(), clock.instant(), data);
    }

    /**
     * The document of the learner with this username, for the learner, staff and service clients. The caller is whom the token
     * names: a replica may still give the caller's username to somebody else, or not know it.
     *
     * @param others finds learners by username
     * @throws ProblemException 403 when the caller may not see it, 404 when there is no such learner
     */
    public LearnerDocument named(String username, Function<String, Optional<LearnerId>> others) {
        if (caller.is(username)) {
            return of(new LearnerId(caller.learnerId()));
        }
        if (!caller.isPrivileged()) {
            throw ProblemException.forbidden("Only the learner, staff and service clients may see this.");
        }
        return others.apply(username)
                .map(this::of)
                .orElseThrow(() -> ProblemException.notFound("learner_not_found", "No such learner is known here."));
    }
}
