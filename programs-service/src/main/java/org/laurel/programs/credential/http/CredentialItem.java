package org.laurel.programs.credential.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.UuidText;
import org.laurel.programs.credential.db.CredentialQuery.Found;

/**
 * A credential as existing clients read it.
 *
 * @param status {@code awarded} or {@code revoked}
 * @param attributes what was noted about it, in the order of the names
 * @param dateOverride the date to show instead of a course credential's own, null without one
 * @param certificateUrl the public page of a program credential; null for a course run, whose certificate has a page of its own
 */
public record CredentialItem(
        String username,
        Subject credential,
        @Schema(enumeration = {"awarded", "revoked"}) String status,
        UUID uuid,
        List<Attribute> attributes,
        @Nullable DateOverride dateOverride,
        Instant created,
        Instant modified,
        @Nullable String certificateUrl) {

    /**
     * What the credential is for. A program has {@code credential_id} and {@code program_uuid}, a course run
     * {@code course_run_key} and {@code mode}.
     *
     * @param credentialId number of the configuration of the program's credential
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subject(
            @Schema(enumeration = {"program", "course-run"}) String type,
            @Nullable Long credentialId,
            @Nullable UUID programUuid,
            @Nullable String courseRunKey,
            @Nullable String mode) {}

    /** A name and a value. */
    public record Attribute(String name, String value) {}

    /** A date to show instead of the credential's own. */
    public record DateOverride(Instant date) {}

    static CredentialItem of(Found found, String publicUrl) {
        boolean program = found.programUuid() != null;
        return new CredentialItem(
                found.username(),
                new Subject(
                        program ? "program" : "course-run",
                        found.programId(),
                        found.programUuid(),
                        found.courseKey(),
                        found.mode()),
                found.status(),
                found.uuid(),
                found.attributes().stream()
                        .map(noted -> new Attribute(noted.name(), noted.value()))
                        .toList(),
                found.dateOverride() == null ? null : new DateOverride(found.dateOverride()),
                found.createdAt(),
                found.modifiedAt(),
                program ? publicUrl + "/credentials/" + UuidText.digits(found.uuid()) + "/" : null);
    }
}
