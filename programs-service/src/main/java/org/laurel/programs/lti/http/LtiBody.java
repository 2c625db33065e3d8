package org.laurel.programs.lti.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.lti.domain.LtiConfiguration;
import org.laurel.programs.lti.domain.LtiLaunch;
import org.laurel.programs.lti.domain.Secret;

/**
 * A configuration to hold from now on, whole but for key and secret.
 *
 * @param enabled true when absent
 * @param providerType a code of who provides the tool
 * @param ltiConfiguration how it is launched; absent or null: not by LTI, and key and secret go
 * @param changeReason why it changes, for the history
 */
public record LtiBody(
        @Schema(defaultValue = "true") @Nullable Boolean enabled,
        @NotNull @Size(max = 50) String providerType,
        @Nullable Launch ltiConfiguration,
        @Nullable @Size(max = 1000) String changeReason) {

    /**
     * A launch by LTI.
     *
     * @param version {@code 1.1} or {@code 1.3}
     * @param key consumer key or client id; absent or null: as it was; empty: none
     * @param secret absent or null: as it was; empty: none
     * @param piiShareUsername whether the tool is told the learner's username; false when absent
     * @param piiShareEmail whether the tool is told the learner's email address; false when absent
     */
    @Schema(name = "LtiLaunchBody")
    public record Launch(
            @Schema(
                    required = true,
                    enumeration = {"1.1", "1.3"})
            @Nullable String version,

            @Schema(required = true) @Nullable String launchUrl,
            @Nullable String key,
            @Nullable String secret,
            boolean piiShareUsername,
            boolean piiShareEmail) {

        /** Without key and secret, so that no log has them. */
        @Override
        public String toString() {
            return "Launch[" + version + ", " + launchUrl + "]";
        }
    }

    LtiConfiguration configuration() {
        Launch launch = ltiConfiguration;
        return new LtiConfiguration(
                enabled == null || enabled,
                providerType,
                launch == null
                        ? null
                        : new LtiLaunch(
                                launch.version() == null ? "" : launch.version(),
                                launch.launchUrl() == null ? "" : launch.launchUrl(),
                                launch.piiShareUsername(),
                                launch.piiShareEmail()));
    }

    Secret keyChange() {
        return Secret.of(ltiConfiguration == null ? null : ltiConfiguration.key());
    }

    Secret secretChange() {
        return Secret.of(ltiConfiguration == null ? null : ltiConfiguration.secret());
    }
}
