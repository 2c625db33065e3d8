package org.laurel.enrollment.cohort.http;

import org.laurel.enrollment.cohort.db.CohortQueries.Member;

/** A member of a cohort. */
record MemberView(String username, String email, String name) {

    static MemberView of(Member member) {
        return new MemberView(member.username(), member.email(), member.name());
    }
}
