package org.laurel.completion.progress.http;

import jakarta.ws.rs.Path;

/** Version 0 at its own base. */
@Path("/api/completion/v0/course")
public class CompletionV0Resource extends CourseCompletionV0 {

    CompletionV0Resource(CourseAnswers answers, RequestedFieldsReading fields, EffectiveLearner learners) {
        super(answers, fields, learners);
    }
}
