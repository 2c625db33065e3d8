package org.laurel.certificates.template.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.template.db.TemplateQuery;
import org.laurel.certificates.template.domain.TemplateVersion;
import org.laurel.kit.security.Roles;

/** What a template said before. Versions outlive their template. */
@Path("/api/certificates/v1/templates/{id}/versions")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Templates")
public class TemplateVersionResource {

    private final TemplateQuery templates;

    TemplateVersionResource(TemplateQuery templates) {
        this.templates = templates;
    }

    /** A version in a list. */
    public record VersionItem(
            long id, int version, @Nullable String language, Instant created, String createdBy) {}

    /** A version with its text. */
    public record VersionText(
            long id, int version, @Nullable String language, String template) {}

    @GET
    @Operation(summary = "All versions of a template, newest first")
    public List<VersionItem> list(@PathParam("id") long id) {
        List<VersionItem> found = templates.versionsOf(id).stream()
                .map(one -> new VersionItem(one.id(), one.number(), one.language(), one.createdAt(), one.createdBy()))
                .toList();
        if (found.isEmpty()) {
            throw TemplateRefusals.notFound();
        }
        return found;
    }

    @GET
    @Path("/{version}")
    @Operation(summary = "One version with its text")
    public VersionText get(@PathParam("id") long id, @PathParam("version") int version) {
        TemplateVersion found = templates.version(id, version).orElseThrow(TemplateRefusals::notFound);
        return new VersionText(found.id(), found.number(), found.language(), found.text());
    }
}
