package org.laurel.certificates.sharing.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a learner shares a certificate. Source: certificates, CertificateSocialNetworks. */
public enum SocialNetwork {
    LINKEDIN("LinkedIn"),
    FACEBOOK("Facebook"),
    TWITTER("Twitter");

    private final String displayName;

    SocialNetwork(String displayName) {
        this.displayName = displayName;
    }

    /** The name that people and events use. */
    public String displayName() {
        return displayName;
    }

    /** The network with this name, ignoring case; empty when there is none. */
    public static Optional<SocialNetwork> of(String name) {
        return Arrays.stream(values())
                .filter(network -> network.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
