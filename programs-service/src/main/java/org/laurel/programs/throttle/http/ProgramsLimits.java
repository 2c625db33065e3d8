package org.laurel.programs.throttle.http;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.kit.throttle.RequestLimit;
import org.laurel.kit.throttle.RequestLimit.Callers;
import org.laurel.kit.throttle.RequestLimits;

/**
 * How many requests a caller may make in a minute: 15 for credentials, 90 for grades, 15 to share a record or send it to a
 * pathway (programs, REST API and records). Staff make as many as they like, and so do service clients, whose back-fills must
 * not wait, unless the deployment limits them too. Learners are counted where there is anything for them: nobody but staff and
 * service clients may state grades or touch a single credential.
 */
@Singleton
class ProgramsLimits implements RequestLimits {

    private static final String LIST = "/api/v2/credentials/?";
    private static final String CREDENTIALS = "/api/v2/credentials(/.*)?";
    private static final String GRADES = "/api/v2/grades(/.*)?";
    private static final String SHARING = "/records/programs/[^/]+/(share|send)/?";
    private static final long ANY_NUMBER = 0;

    private final List<RequestLimit> limits;
    private final int callers;

    ProgramsLimits(
            @ConfigProperty(name = "laurel.programs.throttle.credentials-per-minute", defaultValue = "15")
                    long credentialsPerMinute,
            @ConfigProperty(name = "laurel.programs.throttle.grades-per-minute", defaultValue = "90")
                    long gradesPerMinute,
            @ConfigProperty(name = "laurel.programs.throttle.sharing-per-minute", defaultValue = "15")
                    long sharingPerMinute,
            @ConfigProperty(name = "laurel.programs.throttle.service-clients", defaultValue = "false")
                    boolean serviceClients,
            @ConfigProperty(name = "laurel.programs.throttle.callers", defaultValue = "100000") int callers) {
        long credentialsOfServices = serviceClients ? credentialsPerMinute : ANY_NUMBER;
        long gradesOfServices = serviceClients ? gradesPerMinute : ANY_NUMBER;
        this.limits = List.of(
                RequestLimit.of("credentials", Callers.LEARNERS, LIST, credentialsPerMinute)
                        .forGets(),
                RequestLimit.of("credentials", Callers.SERVICES, CREDENTIALS, credentialsOfServices),
                RequestLimit.of("grades", Callers.SERVICES, GRADES, gradesOfServices),
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
