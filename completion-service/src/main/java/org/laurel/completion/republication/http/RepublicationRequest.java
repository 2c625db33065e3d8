package org.laurel.completion.republication.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to tell again: a course run, or all.
 *
 * @param courseKey the course run
 * @param all whether of all course runs; false when absent
 */
@Schema(description = "What to tell again: a course run, or all")
record RepublicationRequest(
        @Nullable String courseKey,

        @Schema(defaultValue = "false") @Nullable Boolean all) {}
