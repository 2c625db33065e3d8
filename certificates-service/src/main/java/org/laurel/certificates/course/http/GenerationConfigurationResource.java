package org.laurel.certificates.course.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.app.SitePolicySetting;
import org.laurel.certificates.course.db.PolicyQuery;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.KeptPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.SitePolicyChange;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/**
 * The deployment's switch for learners' own requests; course runs have one each beside it. Each setting is kept, also one that
 * changes nothing. Source: certificates, CertificateGenerationConfiguration.
 */
@Path("/api/certificates/v1/generation-configuration")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Settings")
public class GenerationConfigurationResource {

    private final SitePolicySetting setting;
    private final TermsQuery terms;
    private final PolicyQuery policies;
    private final Caller caller;
    private final Clock clock;

    GenerationConfigurationResource(
            SitePolicySetting setting, TermsQuery terms, PolicyQuery policies, Caller caller, Clock clock) {
        this.setting = setting;
        this.terms = terms;
        this.policies = policies;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A setting of the switch.
     *
     * @param changeDate when it was set, null while nobody has
     * @param changedBy who set it, null while nobody has
     */
    public record GenerationConfiguration(
            boolean enabled,
            @Nullable Instant changeDate,
            @Nullable String changedBy) {

        static GenerationConfiguration of(KeptPolicy<SitePolicy> kept) {
            return new GenerationConfiguration(
                    kept.policy().selfGenerationEnabled(), kept.recordedAt(), kept.changedBy());
        }
    }

    /** What to set. */
    public record Enabling(@NotNull Boolean enabled) {}

    @GET
    @Operation(summary = "Whether learners may ask for certificates themselves where the course run allows it")
    public GenerationConfiguration get() {
        return policies.ofSelfGeneration().stream()
                .findFirst()
                .map(GenerationConfiguration::of)
                .orElseGet(() -> new GenerationConfiguration(terms.newestSite().selfGenerationEnabled(), null, null));
    }

    @PUT
    @Idempotent
    @Operation(summary = "Let learners ask for certificates themselves, or no longer")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = GenerationConfiguration.class)))
    public Response put(@Valid @NotNull Enabling request) {
        boolean enabled = request.enabled();
        setting.apply(List.of(SitePolicyChange.ofSelfGeneration(enabled, clock.instant(), caller.cause())));
        return Response.ok(get()).build();
    }

    @GET
    @Path("/history")
    @Operation(summary = "Who has set the switch, and when; newest first")
    public List<GenerationConfiguration> history() {
        return policies.ofSelfGeneration().stream()
                .map(GenerationConfiguration::of)
                .toList();
    }
}
