package org.laurel.certificates.register.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.register.domain.CertificateScope;
import org.laurel.certificates.register.domain.WantedCertificates;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;

/** The conditions of a statement about certificates {@code c} and their arguments, in order. Only what is wanted is written. */
final class Conditions {

    private static final String ELIGIBLE = "c.status not in ('audit_passing', 'audit_notpassing')";
    private static final String KNOWN_RUN =
            "exists (select 1 from course_settings r where r.course_key = c.course_key)";

    private final StringBuilder sql = new StringBuilder("where true");
    private final List<@Nullable Object> arguments = new ArrayList<>();

    /** Certificates that are wanted. */
    static Conditions of(WantedCertificates wanted) {
        Conditions conditions = new Conditions();
        conditions.any("c.learner_id", wanted.learners(), LearnerId::value);
        conditions.any("c.course_key", wanted.courseKeys(), CourseKey::value);
        conditions.any("c.status", wanted.statuses(), CertificateStatus::slug);
        return conditions.scope(wanted.scope());
    }

    Conditions scope(CertificateScope scope) {
        return switch (scope) {
            case ALL -> this;
            case ELIGIBLE -> and(ELIGIBLE);
            case AVAILABLE -> and(ELIGIBLE).and(KNOWN_RUN);
        };
    }

    Conditions and(String condition, Object... values) {
        sql.append("\n  and ").append(condition);
        arguments.addAll(List.of(values));
        return this;
    }

    /** The clause, and what follows it. */
    String followedBy(String rest) {
        return sql + "\n" + rest;
    }

    @Nullable Object[] argumentsAnd(Object... more) {
        List<@Nullable Object> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray();
    }

    private <V> void any(String column, Collection<V> wanted, Function<V, String> text) {
        if (!wanted.isEmpty()) {
            and(column + " = any(?)", (Object) Column.texts(List.copyOf(wanted), text));
        }
    }
}
