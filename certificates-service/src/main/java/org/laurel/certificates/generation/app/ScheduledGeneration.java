package org.laurel.certificates.generation.app;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.generation.domain.Selector;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobSchedule;
import org.laurel.kit.job.ScheduledStart;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/**
 * Starts scheduled generation runs as if the one who made the schedule had started them. A time at which another run of the
 * course run is going on is missed, and the schedule says so.
 */
@ApplicationScoped
class ScheduledGeneration implements ScheduledStart {

    private final GenerationStart start;
    private final ObjectMapper json;

    ScheduledGeneration(GenerationStart start, ObjectMapper json) {
        this.start = start;
        this.json = json;
    }

    @Override
    public String kind() {
        return ScheduledRun.KIND;
    }

    @Override
    public Optional<Long> start(JobSchedule schedule) {
        JsonNode parameters = schedule.parameters();
        Cause cause = Cause.of(schedule.createdBy(), "schedule:" + schedule.id())
                .because(reason(parameters.path(ScheduledRun.REASON)));
        RunStart started = start.apply(List.of(new StartRun(
                        new CourseKey(schedule.subject()),
                        Selector.of(json.convertValue(
                                parameters.path(ScheduledRun.INPUT), new TypeReference<Map<String, Object>>() {})),
                        json
                                .convertValue(
                                        parameters.path(ScheduledRun.LISTED), new TypeReference<List<String>>() {})
                                .stream()
                                .map(LearnerId::new)
                                .toList(),
                        parameters.path(ScheduledRun.CHUNK).asInt(),
                        Duration.ofSeconds(parameters.path(ScheduledRun.PAUSE).asLong()),
                        cause)))
                .getFirst();
        return switch (started) {
            case RunStart.Begun begun -> Optional.of(begun.jobId());
            case RunStart.Busy busy ->
                throw new ProblemException(Problem.of(
                        409,
                        "generation_run_open",
                        "Another generation run of the course run was going on at this time."));
        };
    }

    /** A reason that a retirement has emptied is none. */
    private static @Nullable String reason(JsonNode parameter) {
        return parameter.asText().isBlank() ? null : parameter.textValue();
    }
}
