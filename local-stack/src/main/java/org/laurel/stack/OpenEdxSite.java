package org.laurel.stack;

import java.util.Map;

/** What an Open edX site would tell the operators of the bridge, for the site that the local stack pretends to have. */
public final class OpenEdxSite {

    /** Settings of the bridge: on which topics of {@code deploy/openedx-topics.yaml} the site wants to hear what Laurel decides. */
    public static final Map<String, String> TOPICS = Map.of(
            "LAUREL_OPENEDX_CERTIFICATE_TOPIC", "learning-certificate-lifecycle",
            "LAUREL_OPENEDX_ENROLLMENT_TOPIC", "learning-enrollment-lifecycle",
            "LAUREL_OPENEDX_PROGRAM_TOPIC", "learning-program-certificate-lifecycle");

    private OpenEdxSite() {}
}
