package org.laurel.kit.job;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of work that this service knows. */
@Singleton
class JobSteps {

    private final Map<String, JobStep> byKind;

    JobSteps(@All List<JobStep> steps) {
        byKind = steps.stream().collect(Collectors.toMap(JobStep::kind, Function.identity()));
    }

    Optional<JobStep> find(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** @throws IllegalStateException when no feature supplies the kind */
    JobStep of(String kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException("no step for jobs of kind " + kind));
    }
}
