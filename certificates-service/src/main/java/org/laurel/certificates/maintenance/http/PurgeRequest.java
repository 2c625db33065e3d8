package org.laurel.certificates.maintenance.http;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Certificates whose references to PDF files are to go.
 *
 * @param certificateIds public ids (verify_uuid)
 * @param dryRun whether to count only
 */
public record PurgeRequest(@NotEmpty @Size(max = 1_000) List<@NotNull String> certificateIds, boolean dryRun) {}
