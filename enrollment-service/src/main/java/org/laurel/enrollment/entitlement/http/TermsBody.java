package org.laurel.enrollment.entitlement.http;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.http.CourseKeys;
import org.laurel.enrollment.course.http.InYears;
import org.laurel.enrollment.entitlement.domain.EntitlementTerms;
import org.laurel.enrollment.entitlement.domain.EntitlementTerms.Member;
import org.laurel.kit.problem.ProblemException;

/**
 * The terms of an entitlement, or some of them.
 *
 * @param mode slug of the mode; always has a value
 * @param courseKey the course run that it is used for, null for none
 * @param expiredAt since when it no longer holds, null while it is active
 */
record TermsBody(
        @Nullable @Size(max = 100) String mode,
        @Nullable String courseKey,
        @Nullable @InYears Instant expiredAt,

        @Nullable @Size(max = 255) @Pattern(regexp = "[^\\x00]*") String orderNumber) {

    /** The names of the members, as clients write them. */
    static final Set<String> MEMBERS =
            Stream.of(Member.values()).map(TermsBody::wireName).collect(Collectors.toUnmodifiableSet());

    /**
     * The terms.
     *
     * @param given the members that are given; a mode is needed among these only
     */
    EntitlementTerms terms(Set<Member> given) {
        if (mode == null && given.contains(Member.MODE)) {
            throw ProblemException.badRequest("mode_missing", "An entitlement always has a mode.");
        }
        return new EntitlementTerms(
                mode == null ? "" : mode,
                courseKey == null ? null : CourseKeys.parse(courseKey),
                expiredAt,
                orderNumber);
    }

    /** The members with these names. */
    static Set<Member> members(Set<String> names) {
        Set<Member> members = EnumSet.noneOf(Member.class);
        Stream.of(Member.values())
                .filter(member -> names.contains(wireName(member)))
                .forEach(members::add);
        return members;
    }

    private static String wireName(Member member) {
        return member.name().toLowerCase(Locale.ROOT);
    }
}
