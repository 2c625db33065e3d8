package org.laurel.kit.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.job.JobStep;

/** Goes through all retired learners, a hundred at a time, and erases what may be left of them. */
@ApplicationScoped
class RetiredNamesJob implements JobStep {

    static final String KIND = "retired-names";
    private static final int LEARNERS = 100;

    private final RetiredPeople people;
    private final ErasureRepeat repeat;

    RetiredNamesJob(RetiredPeople people, ErasureRepeat repeat) {
        this.people = people;
        this.repeat = repeat;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress advance(Chunk chunk) {
        List<LearnerId> learners = people.after(chunk.after(), LEARNERS);
        if (learners.isEmpty()) {
            return Progress.finished(0);
        }
        Map<String, Long> counts = Map.of("rows", repeat.apply(learners));
        return learners.size() < LEARNERS
                ? Progress.finished(learners.size(), counts)
                : new Progress(learners.getLast().value(), learners.size(), counts);
    }
}
