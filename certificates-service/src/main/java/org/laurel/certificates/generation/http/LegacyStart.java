package org.laurel.certificates.generation.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laurel.certificates.generation.app.GenerationStart;
import org.laurel.certificates.generation.app.RunStart;
import org.laurel.certificates.generation.app.StartRun;
import org.laurel.certificates.generation.domain.Selector;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.security.Caller;

/** Starts generation runs for existing clients, who know of neither chunks nor lists. */
@ApplicationScoped
class LegacyStart {

    static final String BUSY =
            "A certificate generation task is already running for this course. Wait until it has ended.";

    private final GenerationStart start;
    private final Caller caller;

    LegacyStart(GenerationStart start, Caller caller) {
        this.start = start;
        this.caller = caller;
    }

    /** The id of the task, empty when another one of the course run has not ended. */
    Optional<String> begin(CourseKey courseKey, Selector selector) {
        RunStart started = start.apply(List.of(StartRun.of(courseKey, selector, caller.cause())))
                .getFirst();
        return started instanceof RunStart.Begun begun ? Optional.of(String.valueOf(begun.jobId())) : Optional.empty();
    }
}
