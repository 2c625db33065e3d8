package org.laurel.completion.xapi.app;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.completion.xapi.domain.Delivery;
import org.laurel.completion.xapi.domain.Secrets;
import org.laurel.kit.domain.WebAddress;

/** Which learning record store gets statements, and how. The operator's alone: nothing in the API changes it. */
@Singleton
@Startup
class LrsSettings {

    private static final int LARGEST_BATCH = 1_000;

    private final Optional<URI> statements;
    private final Optional<String> authorization;
    private final Secrets secrets;
    private final Duration timeout;
    private final int batchSize;
    private final Duration firstRetry;

    /**
     * Reads the settings.
     *
     * @param endpoint of the store, to which {@code /statements} is added
     * @param user of Basic credentials, with {@code password}
     * @param token a bearer token, instead of Basic credentials
     * @param timeout for a whole answer
     * @param batchSize how many statements go together
     * @param firstRetry the pause after a first failure
     * @throws IllegalStateException naming the setting that is missing or unfit
     */
    LrsSettings(
            StatementSettings own,
            @ConfigProperty(name = "laurel.completion.xapi.lrs.endpoint") Optional<String> endpoint,
            @ConfigProperty(name = "laurel.completion.xapi.lrs.user") Optional<String> user,
            @ConfigProperty(name = "laurel.completion.xapi.lrs.password") Optional<String> password,
            @ConfigProperty(name = "laurel.completion.xapi.lrs.token") Optional<String> token,
            @ConfigProperty(name = "laurel.completion.xapi.lrs.timeout", defaultValue = "PT10S") Duration timeout,
            @ConfigProperty(name = "laurel.completion.xapi.lrs.batch-size", defaultValue = "100") int batchSize,
            @ConfigProperty(name = "laurel.completion.xapi.lrs.first-retry", defaultValue = "PT1S")
                    Duration firstRetry) {
        this.statements =
                endpoint.map(String::strip).filter(text -> !text.isEmpty()).map(LrsSettings::statements);
        this.authorization = authorization(set(user), set(password), set(token));
        this.secrets = new Secrets(Stream.of(set(password), set(token), authorization.map(LrsSettings::credentials))
                .flatMap(Optional::stream)
                .toList());
        this.timeout = timeout;
        this.batchSize = batchSize;
        this.firstRetry = firstRetry;
        if (own.delivery() == Delivery.LRS && statements.isEmpty()) {
            throw unfit("endpoint", "must be set, because laurel.completion.xapi.delivery is lrs");
        }
        if (timeout.compareTo(Duration.ofMillis(100)) < 0 || timeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw unfit("timeout", "must be between 100 milliseconds and a minute");
        }
        if (batchSize < 1 || batchSize > LARGEST_BATCH) {
            throw unfit("batch-size", "must be between 1 and " + LARGEST_BATCH);
        }
        if (firstRetry.compareTo(Duration.ofMillis(10)) < 0 || firstRetry.compareTo(Duration.ofMinutes(5)) > 0) {
            throw unfit("first-retry", "must be between 10 milliseconds and 5 minutes");
        }
    }

    /** Where statements are posted; there is one whenever statements go to a store. */
    URI statements() {
        return statements.orElseThrow();
    }

    /** Value of the header that lets us in, empty when the store asks for none. */
    Optional<String> authorization() {
        return authorization;
    }

    /** What must not be written down. */
    Secrets secrets() {
        return secrets;
    }

    Duration timeout() {
        return timeout;
    }

    int batchSize() {
        return batchSize;
    }

    Duration firstRetry() {
        return firstRetry;
    }

    private static URI statements(String endpoint) {
        try {
            URI address = new URI(endpoint.replaceFirst("/+$", "") + "/statements");
            boolean isFit = WebAddress.isAbsolute(endpoint)
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            if (isFit) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw unfit("endpoint", "is no address");
        }
        throw unfit("endpoint", "must be an http or https address without credentials, query and fragment");
    }

    private static Optional<String> authorization(
            Optional<String> user, Optional<String> password, Optional<String> token) {
        if (user.isPresent() != password.isPresent()) {
            throw unfit("user", "and its password must be set together");
        }
        if (token.isPresent() && user.isPresent()) {
            throw unfit("token", "must not be set beside a user: a store is sent either");
        }
        if (token.isPresent()) {
            return Optional.of("Bearer " + plain("token", token.get()));
        }
        return user.map(name -> "Basic "
                + Base64.getEncoder()
                        .encodeToString((name(name) + ":" + password.orElseThrow()).getBytes(StandardCharsets.UTF_8)));
    }

    /** Basic credentials are divided at their first colon (RFC 7617, 2). */
    private static String name(String user) {
        if (user.indexOf(':') >= 0) {
            throw unfit("user", "must not have a colon: what comes after it would be taken for the password");
        }
        return user;
    }

    private static String credentials(String header) {
        return header.substring(header.indexOf(' ') + 1);
    }

    private static String plain(String name, String text) {
        if (!text.chars().allMatch(character -> character > ' ' && character <= '~')) {
            throw unfit(name, "must be visible ASCII without spaces");
        }
        return text;
    }

    private static Optional<String> set(Optional<String> text) {
        return text.filter(value -> !value.isBlank());
    }

    private static IllegalStateException unfit(String name, String rule) {
        return new IllegalStateException("laurel.completion.xapi.lrs." + name + " " + rule);
    }
}
