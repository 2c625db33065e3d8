package org.laurel.certificates.register.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.register.domain.CertificateScope;
import org.laurel.certificates.register.domain.WantedCertificates;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.problem.ProblemException;

/** Reads the parameters of look-ups. What does not parse is a 400 that says what would. */
public final class Parameters {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private Parameters() {}

    /** How many items a page has: 100 unless said otherwise, 1,000 at most. */
    public static int limit(@Nullable Integer limit) {
        if (limit != null && limit < 1) {
            throw ProblemException.badRequest("invalid_limit", "limit takes 1 to " + MOST + ".");
        }
        return limit == null ? USUAL : Math.min(limit, MOST);
    }

    /** A time, null when the parameter is left out. */
    public static @Nullable Instant time(String parameter, @Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw ProblemException.badRequest(
                    "invalid_time", parameter + " takes a time such as 2026-02-03T04:05:06Z.");
        }
    }

    /** A learner id. */
    public static LearnerId learnerId(String text) {
        try {
            return new LearnerId(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("invalid_learner_id", "The learner id is not valid.");
        }
    }

    /** What is wanted. */
    static WantedCertificates wanted(
            List<String> learnerIds, List<String> courseKeys, List<String> statuses, @Nullable String scope) {
        return new WantedCertificates(
                learnerIds(learnerIds),
                courseKeys(courseKeys),
                all("status", statuses, Parameters::status),
                scope(scope));
    }

    /** Learner ids. */
    public static Set<LearnerId> learnerIds(List<String> texts) {
        return all("learner_id", texts, Parameters::learnerId);
    }

    static Set<CourseKey> courseKeys(List<String> texts) {
        return all("course_key", texts, CourseKeys::parse);
    }

    static CertificateScope scope(@Nullable String scope) {
        return CertificateScope.of(scope == null ? CertificateScope.ALL.slug() : scope)
                .orElseThrow(
                        () -> ProblemException.badRequest("invalid_scope", "scope takes all, eligible or available."));
    }

    private static CertificateStatus status(String text) {
        try {
            return CertificateStatus.of(text);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.badRequest("unknown_status", "There is no such certificate status.");
        }
    }

    private static <V> Set<V> all(String parameter, List<String> texts, Function<String, V> value) {
        if (texts.size() > MOST) {
            throw ProblemException.badRequest(
                    "too_many_values", parameter + " takes at most " + MOST + " values at once.");
        }
        Set<V> values = new LinkedHashSet<>();
        texts.forEach(text -> values.add(value.apply(text)));
        return values;
    }
}
