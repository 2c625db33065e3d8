package org.laurel.stack.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.laurel.stack.Part;

/**
 * What is known about a part while the stack runs.
 *
 * @param pid its process; 0 if it has none yet
 * @param startedMillis when the process started, which tells it from a later one with the same id
 */
public record PartState(
        @JsonProperty("name") String name,
        @JsonProperty("port") int port,
        @JsonProperty("pid") long pid,
        @JsonProperty("started_millis") long startedMillis,
        @JsonProperty("log") String log) {

    static PartState of(Part part) {
        Optional<ProcessHandle> process = part.process();
        return new PartState(
                part.name(),
                part.port(),
                process.map(ProcessHandle::pid).orElse(0L),
                process.map(RunningProcess::startedMillis).orElse(0L),
                part.log().toString());
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> process() {
        return RunningProcess.find(pid, startedMillis);
    }
}
