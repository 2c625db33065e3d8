package org.laurel.certificates.generation.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.laurel.events.key.LearnerId;

/** What a schedule keeps of the generation runs that it starts. */
public interface ScheduledRun {

    /** The kind of such schedules. */
    String KIND = "generation-run";
    /** The selector, see {@link org.laurel.certificates.generation.domain.Selector#input}. */
    String INPUT = "input";
    /** The learner ids of the selector's list. */
    String LISTED = "listed";
    /** Learners of one transaction. */
    String CHUNK = "chunk";
    /** Seconds between chunks. */
    String PAUSE = "pause_seconds";
    /** Why, in a person's words. */
    String REASON = "reason";

    /** The parameters of a schedule that starts such runs. */
    static Map<String, Object> parameters(StartRun run) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(INPUT, run.selector().input());
        parameters.put(LISTED, run.listed().stream().map(LearnerId::value).toList());
        parameters.put(CHUNK, run.chunkSize());
        parameters.put(PAUSE, run.pause().toSeconds());
        String reason = run.cause().reason();
        if (reason != null) {
            parameters.put(REASON, reason);
        }
        return parameters;
    }
}
