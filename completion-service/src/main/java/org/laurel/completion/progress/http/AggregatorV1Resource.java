package org.laurel.completion.progress.http;

import jakarta.ws.rs.Path;

/** Version 1 at the base that older clients call. */
@Path("/completion-aggregator/v1/course")
public class AggregatorV1Resource extends CourseCompletionV1 {

    AggregatorV1Resource(CourseAnswers answers, RequestedFieldsReading fields, EffectiveLearner learners) {
        super(answers, fields, learners);
    }
}
