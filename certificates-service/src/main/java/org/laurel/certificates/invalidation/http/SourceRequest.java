package org.laurel.certificates.invalidation.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Whose certificate is to be invalidated, and what tells that it is not valid.
 *
 * @param learnerId the learner's id
 * @param source what tells it, {@code exam_event} for a proctored exam
 */
public record SourceRequest(
        @NotBlank String learnerId,
        @NotBlank @Size(max = 100) String source) {}
