package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.domain.CredentialKey;
import org.laurel.programs.credential.domain.CredentialOrder;
import org.laurel.programs.credential.domain.CredentialStatus;
import org.laurel.programs.credential.domain.CredentialSubject;
import org.laurel.programs.credential.domain.StaffDecision;

/** Staff decisions on credentials: one statement for all of a call. */
@ApplicationScoped
public class CredentialOrderStore {

    private static final String TAKEN_BACK = "automatic";

    private final Sql sql;

    CredentialOrderStore(Sql sql) {
        this.sql = sql;
    }

    /** The decisions about the credentials; where there never was one, nothing. */
    public Map<CredentialKey, CredentialOrder> load(Collection<CredentialKey> keys) {
        List<CredentialKey> wanted = List.copyOf(keys);
        return sql
                .query(
                        """
                        select o.* from unnest(?::text[], ?::text[]) as t (learner_id, subject)
                        join credential_order o using (learner_id, subject)
                        """,
                        CredentialOrderStore::order,
                        Column.texts(wanted, CredentialKey::learnerId),
                        Column.texts(wanted, key -> key.subject().text()))
                .stream()
                .collect(Collectors.toMap(CredentialOrder::key, Function.identity()));
    }

    /** Keeps new decisions; the database writes their history. */
    public void save(List<CredentialOrder> orders) {
        if (orders.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into credential_order (learner_id, program_uuid, course_key, status, mode, decided_at, version,
                                              changed_by, change_reason, cause_id)
                select t.learner_id, t.program_uuid::uuid, t.course_key, t.status, t.mode, t.decided_at::timestamptz,
                       t.version, t.changed_by, t.change_reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                            ?::text[], ?::text[])
                     as t (learner_id, program_uuid, course_key, status, mode, decided_at, version, changed_by,
                           change_reason, cause_id)
                on conflict (learner_id, subject) do update set status = excluded.status, mode = excluded.mode,
                    decided_at = excluded.decided_at, version = excluded.version, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                """,
                Column.texts(orders, order -> order.key().learnerId()),
                Column.texts(orders, order -> order.key().programUuid()),
                Column.texts(orders, order -> order.key().courseKey()),
                Column.texts(orders, order -> status(order.decision().status())),
                Column.texts(orders, order -> order.decision().mode()),
                Column.texts(orders, order -> order.decision().at()),
                Column.longs(orders, CredentialOrder::version),
                Column.texts(orders, order -> order.cause().by()),
                Column.texts(orders, order -> order.cause().reason()),
                Column.texts(orders, order -> order.cause().id()));
    }

    private static String status(@Nullable CredentialStatus status) {
        return status == null ? TAKEN_BACK : status.slug();
    }

    static CredentialOrder order(ResultSet row) throws SQLException {
        String program = row.getString("program_uuid");
        String status = Row.text(row, "status");
        return new CredentialOrder(
                new CredentialKey(
                        new LearnerId(Row.text(row, "learner_id")),
                        program == null
                                ? new CredentialSubject.OfRun(new CourseKey(Row.text(row, "course_key")))
                                : new CredentialSubject.OfProgram(UUID.fromString(program))),
                new StaffDecision(
                        status.equals(TAKEN_BACK) ? null : CredentialStatus.of(status),
                        row.getString("mode"),
                        Row.instant(row, "decided_at")),
                row.getLong("version"),
                Cause.of(Row.text(row, "changed_by"), Row.text(row, "cause_id"))
                        .because(row.getString("change_reason")));
    }
}
