package org.laurel.completion.progress.http;

import jakarta.ws.rs.Path;

/** Version 0 at the base that older clients call. */
@Path("/completion-aggregator/v0/course")
public class AggregatorV0Resource extends CourseCompletionV0 {

    AggregatorV0Resource(CourseAnswers answers, RequestedFieldsReading fields, EffectiveLearner learners) {
        super(answers, fields, learners);
    }
}
