package org.laurel.certificates.course.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.SitePolicyChange;
import org.laurel.kit.domain.Cause;

/** The members of the deployment's policy that a merge patch may hold. An absent one stays as it is; none may be null. */
@Schema(description = "Absent members stay as they are")
public record SitePolicyPatch(
        @Nullable Boolean htmlCertificates,
        @Nullable Boolean identityVerificationRequired,
        @Nullable Boolean honorCertificatesDisabled,
        @Nullable Boolean automaticGeneration,
        @Nullable Boolean selfGenerationEnabled,
        @Nullable Boolean customTemplatesEnabled,
        @Nullable Boolean namesFollowProfile,
        @Schema(enumeration = {"observe", "live"}) @Nullable String mode) {

    private static final String HTML = "html_certificates";
    private static final String IDENTITY = "identity_verification_required";
    private static final String HONOR = "honor_certificates_disabled";
    private static final String AUTOMATIC = "automatic_generation";
    private static final String SELF = "self_generation_enabled";
    private static final String TEMPLATES = "custom_templates_enabled";
    private static final String NAMES = "names_follow_profile";
    private static final String MODE = "mode";

    /** The change that a body asks for; a 400 names what is wrong. */
    static SitePolicyChange change(@Nullable JsonNode body, Instant at, Cause cause) {
        MergePatch patch = new MergePatch(body, Set.of(HTML, IDENTITY, HONOR, AUTOMATIC, SELF, TEMPLATES, NAMES, MODE));
        SitePolicyChange change = new SitePolicyChange(
                at,
                patch.flag(HTML),
                patch.flag(IDENTITY),
                patch.flag(HONOR),
                patch.flag(AUTOMATIC),
                patch.flag(SELF),
                patch.flag(TEMPLATES),
                patch.flag(NAMES),
                patch.mode(MODE),
                cause);
        patch.check();
        return change;
    }
}
