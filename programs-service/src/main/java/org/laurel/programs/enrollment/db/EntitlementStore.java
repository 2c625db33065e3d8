package org.laurel.programs.enrollment.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.enrollment.domain.TakeEntitlement;

/** Our replica of entitlements, written from enrollment-service's facts only. */
@ApplicationScoped
public class EntitlementStore {

    private final Sql sql;

    EntitlementStore(Sql sql) {
        this.sql = sql;
    }

    private record Key(LearnerId learnerId, UUID courseUuid) {}

    /** Stores versions; the highest of each entitlement stays, of equal ones the latest. */
    public void save(List<TakeEntitlement> versions) {
        List<TakeEntitlement> newest = newestOfEach(versions);
        sql.update(
                """
                insert into entitlement as e
                    (learner_id, course_uuid, mode, course_key, expired_at, version, occurred_at)
                select t.learner_id, t.course_uuid::uuid, t.mode, t.course_key, t.expired_at::timestamptz, t.version,
                       t.occurred_at::timestamptz
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[])
                     as t (learner_id, course_uuid, mode, course_key, expired_at, version, occurred_at)
                on conflict (learner_id, course_uuid) do update set mode = excluded.mode,
                    course_key = excluded.course_key, expired_at = excluded.expired_at, version = excluded.version,
                    occurred_at = excluded.occurred_at
                where (e.version, e.occurred_at) < (excluded.version, excluded.occurred_at)
                """,
                Column.texts(newest, TakeEntitlement::learnerId),
                Column.texts(newest, version -> version.entitlement().courseUuid()),
                Column.texts(newest, version -> version.entitlement().mode()),
                Column.texts(newest, version -> version.entitlement().courseKey()),
                Column.texts(newest, TakeEntitlement::expiredAt),
                Column.longs(newest, TakeEntitlement::version),
                Column.texts(newest, TakeEntitlement::occurredAt));
    }

    private static List<TakeEntitlement> newestOfEach(List<TakeEntitlement> versions) {
        Map<Key, TakeEntitlement> newest = new LinkedHashMap<>();
        for (TakeEntitlement version : versions) {
            Key key = new Key(version.learnerId(), version.entitlement().courseUuid());
            newest.merge(key, version, (kept, next) -> next.replaces(kept) ? next : kept);
        }
        return List.copyOf(newest.values());
    }
}
