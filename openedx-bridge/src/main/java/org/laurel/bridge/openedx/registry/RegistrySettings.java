package org.laurel.bridge.openedx.registry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the registry is and how patient we are with it.
 *
 * @param url root of Confluent's API, such as {@code https://registry.example.org} or {@code …/apis/ccompat/v7}
 * @param authorization value of the header of this name; null for a registry that is open to all
 * @param timeout for one answer
 * @param retries how often a call is tried again
 * @param pause mean of the pause before the first retry; each one is twice as long
 * @param longestPause longest pause; a registry that asks for more is given up for now
 * @param patience with a call and all its retries; no retry begins and no answer is waited for after it
 */
record RegistrySettings(
        URI url,
        @Nullable String authorization,
        Duration timeout,
        int retries,
        Duration pause,
        Duration longestPause,
        Duration patience) {

    private static final int RETRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    RegistrySettings {
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("the registry's URL must begin with http:// or https://");
        }
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the registry's URL must not contain credentials; set key and secret");
        }
        if (url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("the registry's URL must consist of host, port and path");
        }
        if (timeout.toMillis() < 1 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("the registry's timeout must be from 1 ms to "
                    + LONGEST_TIMEOUT.toSeconds() + " s: consumption waits meanwhile");
        }
    }

    /**
     * Settings with the usual patience, which ends long before Kafka takes a waiting consumer for dead.
     *
     * @param maySendInClear whether credentials may go over http to another machine
     * @throws IllegalArgumentException when the URL is none of a registry or holds credentials, one of key and secret is
     *     missing, both would travel in clear without leave, or the timeout is none or longer than 20 s. The message does not quote URL and credentials
     */
    static RegistrySettings of(
            String url, Optional<String> key, Optional<String> secret, Duration timeout, boolean maySendInClear) {
        RegistrySettings settings = new RegistrySettings(
                uri(url.strip()), basic(filled(key), filled(secret)), timeout, RETRIES, PAUSE, LONGEST_PAUSE, PATIENCE);
        if (settings.sendsInClear() && !maySendInClear) {
            throw new IllegalArgumentException("the registry's key and secret would travel in clear: its URL must begin"
                    + " with https://, or laurel.openedx.registry-insecure be true where the network is trusted");
        }
        return settings;
    }

    /** The address of an operation. */
    URI at(String path) {
        return URI.create(url.toString().replaceAll("/+$", "") + path);
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return "schema registry at " + url;
    }

    private boolean sendsInClear() {
        return authorization != null && "http".equals(url.getScheme()) && !isThisMachine(url.getHost());
    }

    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("the registry's URL is none");
        }
    }

    private static Optional<String> filled(Optional<String> text) {
        return text.filter(value -> !value.isBlank());
    }

    private static @Nullable String basic(Optional<String> key, Optional<String> secret) {
        if (key.isPresent() != secret.isPresent()) {
            throw new IllegalArgumentException("the registry's key and secret must be set both or not at all");
        }
        return key.map(user -> user + ":" + secret.orElse(""))
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .orElse(null);
    }
}
