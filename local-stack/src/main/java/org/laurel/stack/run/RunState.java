package org.laurel.stack.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.stack.LaurelService;

/**
 * What the supervisor of a stack tells about it in {@code .laurel/run/state.json}.
 *
 * @param pid the supervisor's process, which the reverse proxy lives in
 * @param startedMillis when the supervisor started
 * @param ready whether everything is up
 * @param httpPort where clients reach the services
 * @param kafkaPort where producers and consumers reach Kafka
 */
public record RunState(
        @JsonProperty("pid") long pid,
        @JsonProperty("started_millis") long startedMillis,
        @JsonProperty("ready") boolean ready,
        @JsonProperty("http_port") int httpPort,
        @JsonProperty("kafka_port") int kafkaPort,
        @JsonProperty("parts") List<PartState> parts) {

    public RunState {
        parts = List.copyOf(parts);
    }

    /** The supervisor, if it still runs. */
    public Optional<ProcessHandle> supervisor() {
        return RunningProcess.find(pid, startedMillis);
    }

    /** The services that are parts of the stack, whether they are up or not. */
    public List<LaurelService> services() {
        Set<String> names = parts.stream().map(PartState::name).collect(Collectors.toSet());
        return Stream.of(LaurelService.values())
                .filter(service -> names.contains(service.label()))
                .toList();
    }

    public String kafkaBootstrap() {
        return "127.0.0.1:" + kafkaPort;
    }

    public String baseUrl() {
        return "http://localhost:" + httpPort;
    }
}
