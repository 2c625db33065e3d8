package org.laurel.enrollment.importing.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.events.key.LearnerId;

/**
 * A row about a learner. A member that the row does not have leaves alone what is known.
 *
 * @param email null to leave it alone, empty for none
 * @param name as the email
 * @param isActive null to leave it alone, which is true for a new learner
 * @param allowCertificate null to leave it alone, which is true for a new learner
 * @param occurredAt since when this holds, null for the time of the import
 */
public record LearnerRow(
        LearnerId id,
        String username,
        @Nullable String email,
        @Nullable String name,
        @Nullable Boolean isActive,
        @Nullable Boolean allowCertificate,
        @Nullable Instant occurredAt,
        ProfileMembers profile) {

    /** The columns, in the order in which exports write them. */
    public static final List<String> COLUMNS = List.of(
            "learner_id",
            "username",
            "email",
            "name",
            "is_active",
            "allow_certificate",
            "occurred_at",
            "year_of_birth",
            "gender",
            "level_of_education",
            "country",
            "state",
            "city",
            "language",
            "location",
            "bio",
            "goals",
            "mailing_address",
            "phone_number",
            "meta");

    /** Reads a row. */
    public static RowReading<LearnerRow> read(RawRow raw, Instant now) {
        return RowReading.read(raw, now, LearnerRow::of);
    }

    private static LearnerRow of(Members members) {
        LearnerId id = members.learnerId();
        if (id == null) {
            throw new Unacceptable(RowCode.MISSING_LEARNER);
        }
        String username = members.given("username");
        if (username == null) {
            throw new Unacceptable(RowCode.USERNAME_UNFIT);
        }
        return new LearnerRow(
                id,
                username,
                orEmpty(members, "email"),
                orEmpty(members, "name"),
                members.flag("is_active"),
                members.flag("allow_certificate"),
                members.past("occurred_at"),
                ProfileMembers.of(members));
    }

    /** The account that the row makes of the known one, null for a new learner. */
    public Account over(@Nullable Account known) {
        return new Account(
                username,
                email == null ? (known == null ? "" : known.email()) : email,
                name == null ? (known == null ? "" : known.name()) : name,
                isActive == null ? known == null || known.isActive() : isActive);
    }

    private static @Nullable String orEmpty(Members members, String name) {
        if (!members.has(name)) {
            return null;
        }
        String given = members.given(name);
        return given == null ? "" : given;
    }
}
