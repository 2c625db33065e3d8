package org.laurel.enrollment.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.enrollment.learner.domain.ReservedName;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Usernames and email addresses of learners who left, kept as salted hashes so that nobody else can take them and nobody can
 * read them. The salt is this database's own, with the deployment's secret before it.
 */
@ApplicationScoped
public class ReservedNames {

    /** Of a text {@code name} and its {@code kind}. */
    private static final String DIGEST =
            "encode(sha256(convert_to(? || s.salt || ' ' || n.kind || ' ' || n.name, 'UTF8')), 'hex')";

    private final Sql sql;
    private final String secret;

    ReservedNames(
            Sql sql, @ConfigProperty(name = "laurel.retirement.secret", defaultValue = "no secret") String secret) {
        this.sql = sql;
        this.secret = secret;
    }

    /** The names among these that are reserved. */
    public List<ReservedName> of(Collection<String> usernames, Collection<String> emails) {
        Names names = Names.of(usernames, emails);
        return sql.query(
                "select n.kind, n.name, r.learner_id from unnest(?::text[], ?::text[]) as n (kind, name)"
                        + " cross join reserved_name_salt s join reserved_name r on r.kind = n.kind and r.digest = "
                        + DIGEST,
                row -> new ReservedName(
                        ReservedName.Kind.valueOf(Row.text(row, "kind").toUpperCase(Locale.ROOT)),
                        Row.text(row, "name"),
                        new LearnerId(Row.text(row, "learner_id"))),
                names.kinds(),
                names.texts(),
                secret);
    }

    /** Reserves names of learners; one that is reserved already stays its first holder's. */
    public void keep(List<ReservedName> names) {
        sql.update(
                "insert into reserved_name (kind, digest, learner_id) select n.kind, " + DIGEST + ", n.learner_id"
                        + " from unnest(?::text[], ?::text[], ?::text[]) as n (kind, name, learner_id)"
                        + " cross join reserved_name_salt s where n.name <> '' on conflict (kind, digest) do nothing",
                secret,
                Column.texts(names, name -> name.kind().name().toLowerCase(Locale.ROOT)),
                Column.texts(names, ReservedName::folded),
                Column.texts(names, ReservedName::holder));
    }

    /** Frees all names of learners who stay after all. */
    public void free(List<LearnerId> learners) {
        sql.update("delete from reserved_name where learner_id = any(?)", (Object)
                Column.texts(learners, LearnerId::value));
    }

    /** Hashes of usernames as they are written, by username, to find again what was said of them. */
    public Map<String, String> digests(Collection<String> usernames) {
        Map<String, String> digests = new TreeMap<>();
        sql.query(
                "select n.name, " + DIGEST + " as digest from unnest(?::text[], ?::text[]) as n (kind, name)"
                        + " cross join reserved_name_salt s",
                row -> digests.put(Row.text(row, "name"), Row.text(row, "digest")),
                secret,
                Column.texts(List.copyOf(usernames), name -> "original"),
                usernames.toArray(String[]::new));
        return digests;
    }

    private record Names(String[] kinds, String[] texts) {

        static Names of(Collection<String> usernames, Collection<String> emails) {
            List<ReservedName> names = ReservedName.named(usernames, emails);
            return new Names(
                    Column.texts(names, name -> name.kind().name().toLowerCase(Locale.ROOT)),
                    Column.texts(names, ReservedName::folded));
        }
    }
}
