package org.laurel.programs.lti.http;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.lti.domain.LtiLaunch;
import org.laurel.programs.lti.domain.StoredLti;

/**
 * A program's tool. Key and secret are told to nobody.
 *
 * @param ltiConfiguration null when the tool is not launched by LTI
 */
public record LtiAnswer(
        UUID programUuid,
        boolean enabled,
        String providerType,
        @Nullable Launch ltiConfiguration,
        Instant created,
        Instant modified) {

    /**
     * How it is launched.
     *
     * @param hasKey whether there is a key
     * @param hasSecret whether there is a secret
     */
    @Schema(name = "LtiLaunchAnswer")
    public record Launch(
            String version,
            String launchUrl,
            boolean hasKey,
            boolean hasSecret,
            boolean piiShareUsername,
            boolean piiShareEmail) {}

    static LtiAnswer of(StoredLti lti) {
        LtiLaunch launch = lti.configuration().launch();
        return new LtiAnswer(
                lti.subject().programUuid(),
                lti.configuration().enabled(),
                lti.configuration().providerType(),
                launch == null
                        ? null
                        : new Launch(
                                launch.version(),
                                launch.launchUrl(),
                                lti.hasKey(),
                                lti.hasSecret(),
                                launch.piiShareUsername(),
                                launch.piiShareEmail()),
                lti.createdAt(),
                lti.modifiedAt());
    }
}
