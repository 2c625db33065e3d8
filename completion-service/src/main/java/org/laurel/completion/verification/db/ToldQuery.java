package org.laurel.completion.verification.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.standing.domain.Membership;
import org.laurel.completion.structure.domain.Profile;
import org.laurel.completion.verification.domain.Told;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Reads for verifications what decides sums, from the replicas alone and by statements of its own: what the ones by which sums are
 * kept leave out or take in by mistake would otherwise be missing here as well.
 */
@ApplicationScoped
public class ToldQuery {

    private static final String TOLD = """
            with learners as (select * from unnest(?::text[], ?::text[], ?::text[]) as l (course_key, learner_id, org)),
            cohorts as (
                select l.course_key, l.learner_id, array_agg(m.cohort_id order by m.cohort_id) as ids,
                       array_agg(m.cohort_name order by m.cohort_id) as names
                from learners l join cohort_membership m using (learner_id)
                where m.is_member and (m.course_key, m.org) in ((l.course_key, ''), ('', l.org))
                group by l.course_key, l.learner_id),
            roles as (
                select l.course_key, l.learner_id, array_agg(distinct r.role) as names
                from learners l join course_role r using (learner_id)
                where r.is_member and (r.course_key, r.org) in ((l.course_key, ''), ('', l.org))
                group by l.course_key, l.learner_id)
            select l.course_key, l.learner_id, e.is_active, e.mode, c.ids as cohort_ids, c.names as cohort_names,
                   r.names as role_names, p.structure_id, p.types_version, p.release_step, p.audience, p.seen_at,
                   p.release_due_at, p.is_counted, p.cohorts, p.roles, p.earned, p.possible, p.optional_earned,
                   p.optional_possible
            from learners l
            left join enrollment e on e.learner_id = l.learner_id and e.course_key = l.course_key
            left join cohorts c on c.learner_id = l.learner_id and c.course_key = l.course_key
            left join roles r on r.learner_id = l.learner_id and r.course_key = l.course_key
            left join course_progress p on p.learner_id = l.learner_id and p.course_key = l.course_key
            """;

    private static final TypeReference<Set<String>> KEYS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Instant>> TIMES = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    ToldQuery(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What was told of learners; two statements. */
    public Map<CourseLearner, Told> of(List<CourseLearner> learners) {
        Map<CourseLearner, List<Assigned>> assigned = new HashMap<>();
        sql.query(
                """
                select b.* from learner_blocks b join unnest(?::text[], ?::text[]) as l (course_key, learner_id)
                    on b.course_key = l.course_key and b.learner_id = l.learner_id
                order by b.occurred_at, b.parent
                """,
                row -> assigned.computeIfAbsent(key(row), key -> new ArrayList<>())
                        .add(assigned(row)),
                Column.texts(learners, CourseLearner::courseKey),
                Column.texts(learners, CourseLearner::learnerId));
        Map<CourseLearner, Told> told = new HashMap<>();
        sql.query(
                TOLD,
                row -> told.put(key(row), told(row, assigned.getOrDefault(key(row), List.of()))),
                Column.texts(learners, CourseLearner::courseKey),
                Column.texts(learners, CourseLearner::learnerId),
                Column.texts(learners, key -> key.courseKey().org()));
        return told;
    }

    /** The values of learners' completions, by block key. */
    public Map<CourseLearner, Map<String, Long>> values(List<CourseLearner> learners) {
        Map<CourseLearner, Map<String, Long>> values = new HashMap<>();
        sql.query(
                """
                select o.course_key, o.learner_id, o.block_key, o.completion from block_completion o
                join unnest(?::text[], ?::text[]) as l (course_key, learner_id)
                    on o.course_key = l.course_key and o.learner_id = l.learner_id
                """,
                row -> values.computeIfAbsent(key(row), key -> new HashMap<>())
                        .put(Row.text(row, "block_key"), row.getLong("completion")),
                Column.texts(learners, CourseLearner::courseKey),
                Column.texts(learners, CourseLearner::learnerId));
        return values;
    }

    /** The id of the structure that counts in a course run, empty before one is known. */
    public Optional<Long> structure(CourseKey courseKey) {
        return sql.first("""
                select id from course_structure where course_key = ?
                order by occurred_at desc, version desc, content_hash desc limit 1
                """, row -> row.getLong("id"), courseKey.value());
    }

    private record Assigned(String parent, Set<String> selected, Map<String, Instant> releases) {}

    private Assigned assigned(ResultSet row) throws SQLException {
        try {
            return new Assigned(
                    Row.text(row, "parent"),
                    json.readValue(Row.text(row, "selected"), KEYS),
                    json.readValue(Row.text(row, "releases"), TIMES));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("stored assignments cannot be read", impossible);
        }
    }

    /** Of two times for one block the newer fact's holds. */
    private static Told told(ResultSet row, List<Assigned> assigned) throws SQLException {
        Map<String, Set<String>> selected = new HashMap<>();
        Map<String, Instant> releases = new HashMap<>();
        for (Assigned one : assigned) {
            selected.put(one.parent(), one.selected());
            releases.putAll(one.releases());
        }
        String mode = row.getString("mode");
        return new Told(
                key(row),
                row.getBoolean("is_active"),
                mode == null ? "" : mode,
                cohorts(row),
                row.getArray("role_names") == null ? List.of() : Row.texts(row, "role_names"),
                selected,
                releases,
                Row.longOrNull(row, "structure_id") == null ? null : kept(row));
    }

    private static List<Told.Cohort> cohorts(ResultSet row) throws SQLException {
        List<Told.Cohort> cohorts = new ArrayList<>();
        if (row.getArray("cohort_ids") != null) {
            Long[] ids = (Long[]) row.getArray("cohort_ids").getArray();
            List<String> names = Row.texts(row, "cohort_names");
            for (int i = 0; i < ids.length; i++) {
                cohorts.add(new Told.Cohort(ids[i], names.get(i)));
            }
        }
        return cohorts;
    }

    private static Told.Kept kept(ResultSet row) throws SQLException {
        return new Told.Kept(
                new Profile(
                        row.getLong("structure_id"),
                        row.getLong("types_version"),
                        row.getInt("release_step"),
                        Row.text(row, "audience")),
                Row.instant(row, "seen_at"),
                Row.instantOrNull(row, "release_due_at"),
                new Membership(row.getBoolean("is_counted"), Row.text(row, "cohorts"), Row.text(row, "roles")),
                new Tally(
                        row.getLong("earned"),
                        row.getLong("possible"),
                        row.getLong("optional_earned"),
                        row.getLong("optional_possible")));
    }

    private static CourseLearner key(ResultSet row) throws SQLException {
        return new CourseLearner(
                new CourseKey(Row.text(row, "course_key")), new LearnerId(Row.text(row, "learner_id")));
    }
}
