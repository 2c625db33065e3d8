package org.laurel.completion.progress.http;

import jakarta.ws.rs.Path;

/** Version 1 at its own base. */
@Path("/api/completion/v1/course")
public class CompletionV1Resource extends CourseCompletionV1 {

    CompletionV1Resource(CourseAnswers answers, RequestedFieldsReading fields, EffectiveLearner learners) {
        super(answers, fields, learners);
    }
}
