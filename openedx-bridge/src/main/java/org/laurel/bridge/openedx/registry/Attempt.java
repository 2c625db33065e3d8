package org.laurel.bridge.openedx.registry;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What became of one try of a call. */
sealed interface Attempt {

    /** An answer that another try would not better. */
    record Answered(HttpResponse<String> response) implements Attempt {}

    /**
     * Something that may pass.
     *
     * @param failure to be thrown when nobody tries again
     * @param askedFor how long the registry wants to be left alone; zero when it does not say
     */
    record Failed(RegistryUnavailable failure, Duration askedFor) implements Attempt {}

    static Attempt of(HttpResponse<String> response, Clock clock) {
        int status = response.statusCode();
        if (status == 408 || status == 429 || status >= 500) {
            return new Failed(new RegistryUnavailable("answers " + status, null), askedFor(response, clock));
        }
        return new Answered(response);
    }

    private static Duration askedFor(HttpResponse<String> response, Clock clock) {
        return response.headers()
                .firstValue("Retry-After")
                .map(text -> duration(text.strip(), clock.instant()))
                .orElse(Duration.ZERO);
    }

    /** Seconds, or an HTTP date. */
    private static Duration duration(String text, Instant now) {
        try {
            return text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException malformed) {
            return Duration.ZERO;
        }
    }
}
