package org.laurel.programs.credential.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A credential that is to be made, as existing clients write it.
 *
 * @param lmsUserId the learner's id, which counts where nobody has the username
 * @param credential what it is for
 * @param status awarded when absent
 * @param attributes merged by name; the same name twice is refused
 * @param dateOverride the date to show instead of a course credential's own; absent or null takes away what there is
 * @param reason why, for other staff; none when absent
 */
@Schema(requiredProperties = {"username", "credential"})
public record CredentialBody(
        String username,
        @Nullable String lmsUserId,
        Subject credential,

        @Schema(enumeration = {"awarded", "revoked"}) @Nullable String status,

        @Nullable List<CredentialItem.Attribute> attributes,
        @Nullable Shown dateOverride,
        @Nullable String reason) {

    /** A program, which wins, or a course run with the mode that is certified. */
    @Schema(name = "CredentialSubjectBody")
    public record Subject(
            @Nullable UUID programUuid,
            @Nullable String courseRunKey,
            @Nullable String mode) {}

    /** A date to show. */
    @Schema(name = "CredentialDateOverrideBody")
    public record Shown(Instant date) {}

    /** A change of a credential: only its status can be changed. */
    @Schema(name = "CredentialChangeBody")
    public record Change(
            @Schema(enumeration = {"awarded", "revoked"}) @Nullable String status,

            @Nullable String reason) {}

    /** Credentials that are to be made, 1 to 1,000. */
    @Schema(name = "CredentialBulkBody")
    public record Bulk(List<CredentialBody> credentials) {}
}
