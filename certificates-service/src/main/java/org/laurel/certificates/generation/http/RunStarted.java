package org.laurel.certificates.generation.http;

import java.util.List;
import org.laurel.certificates.generation.app.RunStart;

/**
 * A generation run that goes on.
 *
 * @param taskId the job that does the work
 * @param total how many learners it takes on
 * @param unknownLearners what the list holds that stands for nobody
 */
public record RunStarted(long id, String courseKey, String taskId, long total, List<String> unknownLearners) {

    static RunStarted of(RunStart.Begun begun, List<String> unknown) {
        return new RunStarted(
                begun.runId(), begun.courseKey().value(), String.valueOf(begun.jobId()), begun.total(), unknown);
    }
}
