package org.laurel.certificates.example.domain;

import java.time.Instant;
import java.util.List;
import org.laurel.events.key.CourseKey;

/** One example for each mode that learners of a course run can choose, in the order of the modes. */
public record ExampleSet(CourseKey courseKey, Instant createdAt, List<ExampleCertificate> examples) {

    public ExampleSet {
        examples = List.copyOf(examples);
    }

    /** Whether every example was rendered: then certificates of this run can be. */
    public boolean succeeded() {
        return examples.stream().allMatch(example -> example.status() == ExampleCertificate.Status.SUCCESS);
    }
}
