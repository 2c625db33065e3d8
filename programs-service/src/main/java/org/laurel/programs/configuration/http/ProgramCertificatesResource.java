package org.laurel.programs.configuration.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.page.FlagParameter;
import org.laurel.kit.page.UuidParameter;
import org.laurel.kit.security.Roles;
import org.laurel.programs.configuration.db.ProgramCertificateQuery;

/** How programs are certified. */
@Path("/api/programs/v1/certificate-configurations")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Certificate configurations")
public class ProgramCertificatesResource {

    private final ProgramCertificateQuery certificates;

    ProgramCertificatesResource(ProgramCertificateQuery certificates) {
        this.certificates = certificates;
    }

    @GET
    @Operation(
            summary = "Certificate configurations of programs, by program uuid",
            description = "is_active shows the active or the others only.")
    public CursorPage<ProgramCertificateAnswer> list(
            @QueryParam("is_active") @Schema(type = SchemaType.BOOLEAN) @Nullable String active,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        UUID after = cursor == null ? null : UuidParameter.read(cursor);
        return CursorPage.of(
                certificates.list(after, FlagParameter.read("is_active", active), limit + 1).stream()
                        .map(ProgramCertificateAnswer::of)
                        .toList(),
                limit,
                answer -> answer.programUuid().toString());
    }
}
