package org.laurel.programs.lti.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.lti.domain.LtiKind;
import org.laurel.programs.lti.domain.LtiLaunch;
import org.laurel.programs.lti.domain.LtiSubject;
import org.laurel.programs.lti.domain.RemoveLti;
import org.laurel.programs.lti.domain.StoredLti;

/** Configurations of programs' tools, and their encrypted secrets. */
@ApplicationScoped
public class LtiStore {

    private final Sql sql;

    LtiStore(Sql sql) {
        this.sql = sql;
    }

    /** Encrypted secrets of a tool; null where there is none. */
    public record Boxes(byte @Nullable [] key, byte @Nullable [] secret) {

        /** No secrets. */
        public static final Boxes NONE = new Boxes(null, null);
    }

    /** A configuration to keep; the database gives it its version. */
    public record Written(StoredLti lti, Boxes boxes, Cause cause) {}

    /** Configurations by subject; those that do not exist are left out. */
    public Map<LtiSubject, StoredLti> load(Collection<LtiSubject> subjects) {
        List<LtiSubject> wanted = List.copyOf(subjects);
        return sql
                .query(
                        "select l.* from program_lti l join unnest(?::text[], ?::text[]) as t (kind, program_uuid)"
                                + " on l.kind = t.kind and l.program_uuid = t.program_uuid::uuid",
                        LtiRow::stored,
                        Column.texts(wanted, subject -> subject.kind().slug()),
                        Column.texts(wanted, LtiSubject::programUuid))
                .stream()
                .collect(Collectors.toMap(StoredLti::subject, Function.identity()));
    }

    /** Secrets by subject. */
    public Map<LtiSubject, Boxes> boxes(Collection<LtiSubject> subjects) {
        List<LtiSubject> wanted = List.copyOf(subjects);
        Map<LtiSubject, Boxes> boxes = new HashMap<>();
        sql.query(
                        "select s.* from program_lti_secret s join unnest(?::text[], ?::text[]) as t (kind, program_uuid)"
                                + " on s.kind = t.kind and s.program_uuid = t.program_uuid::uuid",
                        row -> Map.entry(
                                subject(row), new Boxes(row.getBytes("launch_key"), row.getBytes("launch_secret"))),
                        Column.texts(wanted, subject -> subject.kind().slug()),
                        Column.texts(wanted, LtiSubject::programUuid))
                .forEach(entry -> boxes.put(entry.getKey(), entry.getValue()));
        return boxes;
    }

    /** Keeps configurations with their secrets and returns them with their versions; the database writes their history. */
    public List<StoredLti> save(List<Written> written) {
        if (written.isEmpty()) {
            return List.of();
        }
        List<StoredLti> saved = sql.query(
                """
                insert into program_lti (kind, program_uuid, enabled, provider_type, lti_version, launch_url, pii_username,
                                         pii_email, has_key, has_secret, created_at, modified_at, changed_by, change_reason,
                                         cause_id)
                select t.kind, t.program_uuid::uuid, t.enabled, t.provider_type, t.lti_version, t.launch_url, t.pii_username,
                       t.pii_email, t.has_key, t.has_secret, t.created_at::timestamptz, t.modified_at::timestamptz,
                       t.changed_by, t.change_reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::bool[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::bool[], ?::bool[],
                            ?::bool[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (kind, program_uuid, enabled, provider_type, lti_version, launch_url, pii_username, pii_email,
                           has_key, has_secret, created_at, modified_at, changed_by, change_reason, cause_id)
                on conflict (kind, program_uuid) do update set enabled = excluded.enabled,
                    provider_type = excluded.provider_type, lti_version = excluded.lti_version,
                    launch_url = excluded.launch_url, pii_username = excluded.pii_username, pii_email = excluded.pii_email,
                    has_key = excluded.has_key, has_secret = excluded.has_secret, version = nextval('lti_version'),
                    modified_at = excluded.modified_at, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                returning *
                """,
                LtiRow::stored,
                Column.texts(written, row -> row.lti().subject().kind().slug()),
                Column.texts(written, row -> row.lti().subject().programUuid()),
                Column.flags(written, row -> row.lti().configuration().enabled()),
                Column.texts(written, row -> row.lti().configuration().providerType()),
                Column.texts(written, row -> launch(row, LtiLaunch::version)),
                Column.texts(written, row -> launch(row, LtiLaunch::launchUrl)),
                Column.flags(written, row -> shares(row, LtiLaunch::piiShareUsername)),
                Column.flags(written, row -> shares(row, LtiLaunch::piiShareEmail)),
                Column.flags(written, row -> row.lti().hasKey()),
                Column.flags(written, row -> row.lti().hasSecret()),
                Column.texts(written, row -> row.lti().createdAt()),
                Column.texts(written, row -> row.lti().modifiedAt()),
                Column.texts(written, row -> row.cause().by()),
                Column.texts(written, row -> row.cause().reason()),
                Column.texts(written, row -> row.cause().id()));
        saveSecrets(written);
        return saved;
    }

    /** Removes configurations. Who did it and why is written first, so that the history tells it. */
    public void remove(List<RemoveLti> removed) {
        if (removed.isEmpty()) {
            return;
        }
        sql.update(
                """
                update program_lti l set changed_by = t.changed_by, change_reason = t.change_reason, cause_id = t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (kind, program_uuid, changed_by, change_reason, cause_id)
                where l.kind = t.kind and l.program_uuid = t.program_uuid::uuid
                """,
                Column.texts(removed, row -> row.subject().kind().slug()),
                Column.texts(removed, row -> row.subject().programUuid()),
                Column.texts(removed, row -> row.cause().by()),
                Column.texts(removed, row -> row.cause().reason()),
                Column.texts(removed, row -> row.cause().id()));
        sql.update(
                "delete from program_lti l using unnest(?::text[], ?::text[]) as t (kind, program_uuid)"
                        + " where l.kind = t.kind and l.program_uuid = t.program_uuid::uuid",
                Column.texts(removed, row -> row.subject().kind().slug()),
                Column.texts(removed, row -> row.subject().programUuid()));
    }

    /** Tools with secrets whose {@link LtiSubject#key} comes after a text, in that order. */
    public List<LtiSubject> after(String key, int limit) {
        return sql.query("""
                select kind, program_uuid from program_lti_secret
                where ('lti:' || kind || ':' || program_uuid) collate "C" > ?
                order by ('lti:' || kind || ':' || program_uuid) collate "C" limit ?
                """, LtiStore::subject, key, limit);
    }

    /** Keeps secrets that were encrypted anew; of tools that are gone nothing. */
    public void reseal(Map<LtiSubject, Boxes> boxes) {
        if (boxes.isEmpty()) {
            return;
        }
        List<Map.Entry<LtiSubject, Boxes>> rows = List.copyOf(boxes.entrySet());
        sql.update(
                """
                update program_lti_secret s set launch_key = t.launch_key, launch_secret = t.launch_secret
                from unnest(?::text[], ?::text[], ?::bytea[], ?::bytea[]) as t (kind, program_uuid, launch_key, launch_secret)
                where s.kind = t.kind and s.program_uuid = t.program_uuid::uuid
                """,
                Column.texts(rows, row -> row.getKey().kind().slug()),
                Column.texts(rows, row -> row.getKey().programUuid()),
                rows.stream().map(row -> row.getValue().key()).toArray(byte[][]::new),
                rows.stream().map(row -> row.getValue().secret()).toArray(byte[][]::new));
    }

    private void saveSecrets(List<Written> written) {
        sql.update(
                """
                insert into program_lti_secret (kind, program_uuid, launch_key, launch_secret)
                select t.kind, t.program_uuid::uuid, t.launch_key, t.launch_secret
                from unnest(?::text[], ?::text[], ?::bytea[], ?::bytea[]) as t (kind, program_uuid, launch_key, launch_secret)
                on conflict (kind, program_uuid) do update set launch_key = excluded.launch_key,
                    launch_secret = excluded.launch_secret
                """,
                Column.texts(written, row -> row.lti().subject().kind().slug()),
                Column.texts(written, row -> row.lti().subject().programUuid()),
                written.stream().map(row -> row.boxes().key()).toArray(byte[][]::new),
                written.stream().map(row -> row.boxes().secret()).toArray(byte[][]::new));
    }

    private static @Nullable String launch(Written row, Function<LtiLaunch, String> member) {
        LtiLaunch launch = row.lti().configuration().launch();
        return launch == null ? null : member.apply(launch);
    }

    private static boolean shares(Written row, Function<LtiLaunch, Boolean> member) {
        LtiLaunch launch = row.lti().configuration().launch();
        return launch != null && member.apply(launch);
    }

    private static LtiSubject subject(ResultSet row) throws SQLException {
        return new LtiSubject(LtiKind.of(Row.text(row, "kind")), UUID.fromString(Row.text(row, "program_uuid")));
    }
}
