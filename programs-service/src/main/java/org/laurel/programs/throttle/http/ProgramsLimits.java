package org.laurel.programs.throttle.http;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.kit.throttle.RequestLimit;
import org.laurel.kit.throttle.RequestLimit.Callers;
import org.laurel.kit.throttle.RequestLimits;

/**
 * How many requests a caller may make in a minute: 15 for credentials, 15 to share a record or send it to a pathway. Staff and
 * service clients make as many as they like, and nobody else may state grades or touch a single credential, so that these
 * need no limit (programs, REST API and records).
 */
@Singleton
class ProgramsLimits implements RequestLimits {

    private static final String CREDENTIALS = "/api/v2/credentials/?";
    private static final String SHARING = "/records/programs/[^/]+/(share|send)/?";

    private final List<RequestLimit> limits;
    private final int callers;

    ProgramsLimits(
            @ConfigProperty(name = "laurel.programs.throttle.credentials-per-minute", defaultValue = "15")
                    long credentialsPerMinute,
            @ConfigProperty(name = "laurel.programs.throttle.sharing-per-minute", defaultValue = "15")
                    long sharingPerMinute,
            @ConfigProperty(name = "laurel.programs.throttle.callers", defaultValue = "100000") int callers) {
        this.limits = List.of(
                RequestLimit.of("credentials", Callers.LEARNERS, CREDENTIALS, credentialsPerMinute)
                        .forGets(),
                RequestLimit.of("sharing", Callers.LEARNERS, SHARING, sharingPerMinute)
                        .forPosts());
        this.callers = callers;
    }

    @Override
    public List<RequestLimit> limits() {
        return limits;
    }

    @Override
    public int callers() {
        return callers;
    }
}
