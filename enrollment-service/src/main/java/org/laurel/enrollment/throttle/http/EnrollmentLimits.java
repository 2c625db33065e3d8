package org.laurel.enrollment.throttle.http;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.kit.throttle.RequestLimit;
import org.laurel.kit.throttle.RequestLimit.Callers;
import org.laurel.kit.throttle.RequestLimits;

/**
 * How many requests of the enrollment API a caller may make in a minute: 40 a learner, 120 global staff, any number a service
 * client (enrollment, common).
 */
@Singleton
class EnrollmentLimits implements RequestLimits {

    private static final String COVERED = "/api/enrollment/v1/.*";

    private final List<RequestLimit> limits;
    private final int callers;

    EnrollmentLimits(
            @ConfigProperty(name = "laurel.enrollment.throttle.learner-per-minute", defaultValue = "40")
                    long learnerPerMinute,
            @ConfigProperty(name = "laurel.enrollment.throttle.staff-per-minute", defaultValue = "120")
                    long staffPerMinute,
            @ConfigProperty(name = "laurel.enrollment.throttle.callers", defaultValue = "100000") int callers) {
        this.limits = List.of(
                RequestLimit.of("learner", Callers.LEARNERS, COVERED, learnerPerMinute),
                RequestLimit.of("staff", Callers.STAFF, COVERED, staffPerMinute));
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
