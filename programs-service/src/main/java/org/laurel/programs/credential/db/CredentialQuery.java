package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.Recently;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.domain.CredentialFilter;
import org.laurel.programs.credential.domain.CredentialPlace;

/** Reads course and program credentials for display. */
@ApplicationScoped
public class CredentialQuery {

    private static final int MOST_COUNTS = 1_000;

    private final Sql sql;
    private final Recently<CredentialFilter, Long> counts;

    CredentialQuery(Sql sql, Clock clock) {
        this.sql = sql;
        this.counts = new Recently<>(clock, Recently.COUNT, MOST_COUNTS);
    }

    /**
     * A credential with what readers see of its subject: a course run with its mode, or a program with its number.
     *
     * @param courseKey null for a program credential
     * @param mode null for a program credential
     * @param programUuid null for a course credential
     * @param programId null for a course credential
     * @param createdAt with the uuid its place in lists
     * @param attributes in the order of their names
     * @param dateOverride the date to show instead of the credential's own, null without one
     */
    public record Found(
            UUID uuid,
            String username,
            @Nullable String courseKey,
            @Nullable String mode,
            @Nullable UUID programUuid,
            @Nullable Long programId,
            String status,
            Instant createdAt,
            Instant modifiedAt,
            List<Attribute> attributes,
            @Nullable Instant dateOverride) {}

    /** What was noted about a credential. */
    public record Attribute(String name, String value) {}

    private static final String SELECT = """
            select c.*, l.username, (select p.id from program p where p.program_uuid = c.program_uuid) as program_id,
            array(select a.name from credential_attribute a where a.credential_uuid = c.credential_uuid
                    order by a.name) as names,
            array(select a.value from credential_attribute a where a.credential_uuid = c.credential_uuid
                  order by a.name) as noted,
            (select o.date from credential_date_override o where o.credential_uuid = c.credential_uuid) as date_override
            from\s""";

    /** A page of the credentials that the filter lets through, oldest first. */
    public List<Found> page(CredentialFilter filter, int offset, int limit) {
        CredentialConditions conditions = new CredentialConditions(filter, null, offset + limit);
        return sql.query(
                SELECT + "(select * from (" + conditions.sql()
                        + ") c order by created_at, credential_uuid offset ? limit ?) c"
                        + " join learner l using (learner_id) order by c.created_at, c.credential_uuid",
                CredentialQuery::found,
                conditions.arguments(offset, limit));
    }

    /** Those that come after a place, oldest first. */
    public List<Found> after(CredentialFilter filter, CredentialPlace place, int limit) {
        CredentialConditions conditions = new CredentialConditions(filter, place, limit);
        return sql.query(
                SELECT + "(select * from (" + conditions.sql() + ") c order by created_at, credential_uuid limit ?) c"
                        + " join learner l using (learner_id) order by c.created_at, c.credential_uuid",
                CredentialQuery::found,
                conditions.arguments(limit));
    }

    /** How many credentials the filter lets through; of one learner's now, of others up to ten seconds ago. */
    public long count(CredentialFilter filter) {
        return filter.learnerId() == null
                ? counts.get(filter.seen(Instant.EPOCH), same -> counted(filter))
                : counted(filter);
    }

    private long counted(CredentialFilter filter) {
        CredentialConditions conditions = new CredentialConditions(filter);
        return sql.query(
                        "select count(*) from (" + conditions.sql() + ") c",
                        row -> row.getLong(1),
                        conditions.arguments())
                .getFirst();
    }

    /** The credential with this public id. */
    public Optional<Found> find(UUID uuid) {
        CredentialConditions all = new CredentialConditions(new CredentialFilter(null, null, null, null, null));
        return sql.first(
                SELECT + "(" + all.sql() + ") c join learner l using (learner_id) where c.credential_uuid = ?",
                CredentialQuery::found,
                uuid);
    }

    private static Found found(ResultSet row) throws SQLException {
        String programUuid = row.getString("program_uuid");
        return new Found(
                UUID.fromString(Row.text(row, "credential_uuid")),
                Row.text(row, "username"),
                row.getString("course_key"),
                row.getString("mode"),
                programUuid == null ? null : UUID.fromString(programUuid),
                Row.longOrNull(row, "program_id"),
                Row.text(row, "status"),
                Row.instant(row, "created_at"),
                Row.instant(row, "modified_at"),
                attributes(Row.texts(row, "names"), Row.texts(row, "noted")),
                Row.instantOrNull(row, "date_override"));
    }

    private static List<Attribute> attributes(List<String> names, List<String> values) {
        return IntStream.range(0, names.size())
                .mapToObj(at -> new Attribute(names.get(at), values.get(at)))
                .toList();
    }
}
