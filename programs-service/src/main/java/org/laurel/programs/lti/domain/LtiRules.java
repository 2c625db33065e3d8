package org.laurel.programs.lti.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.laurel.kit.domain.WebAddress;

/** What the configuration of a program's tool may say. */
public final class LtiRules {

    private static final Set<String> VERSIONS = Set.of("1.1", "1.3");
    private static final Pattern PROVIDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,49}");
    private static final int LONGEST_SECRET = 1_024;

    private LtiRules() {}

    /** A broken rule: the member as clients call it, and what it must be. */
    public record Breach(String member, String message) {}

    /**
     * Every rule that the configuration breaks; empty when it is fine.
     *
     * @param providers the providers of this deployment, empty when it takes any
     */
    public static List<Breach> breaches(
            LtiConfiguration configuration, Secret key, Secret secret, Set<String> providers) {
        List<Breach> breaches = new ArrayList<>();
        if (!PROVIDER.matcher(configuration.providerType()).matches()) {
            breaches.add(new Breach(
                    "provider_type", "must be a code of 1 to 50 letters, digits, dots, hyphens and underscores"));
        } else if (!providers.isEmpty() && !providers.contains(configuration.providerType())) {
            breaches.add(new Breach(
                    "provider_type",
                    "must be one of " + providers.stream().sorted().toList()));
        }
        LtiLaunch launch = configuration.launch();
        if (launch != null) {
            if (!VERSIONS.contains(launch.version())) {
                breaches.add(new Breach("lti_configuration.version", "must be 1.1 or 1.3"));
            }
            if (!WebAddress.isAbsolute(launch.launchUrl())) {
                breaches.add(new Breach("lti_configuration.launch_url", "must be an http or https address"));
            }
            secret(breaches, "lti_configuration.key", key);
            secret(breaches, "lti_configuration.secret", secret);
        }
        return breaches;
    }

    private static void secret(List<Breach> breaches, String member, Secret secret) {
        if (secret instanceof Secret.Given(String value)
                && (value.length() > LONGEST_SECRET || value.chars().anyMatch(Character::isISOControl))) {
            breaches.add(new Breach(
                    member, "must have at most " + LONGEST_SECRET + " characters and no control characters"));
        }
    }
}
