package org.laurel.completion.progress.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.CourseRow;
import org.laurel.completion.progress.domain.TooManySumsException;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.standing.domain.Standing;
import org.laurel.completion.structure.db.CourseGraphs;
import org.laurel.completion.structure.db.CourseGraphs.GraphKey;
import org.laurel.completion.structure.domain.Assignments;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.Profile;
import org.laurel.completion.structure.domain.ViewChange;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Where learners stand in course runs: what is stored of their sums, and what they see now. */
@ApplicationScoped
public class Situations {

    /**
     * The standing is only looked up for learners who are counted again: on request, when they have no row yet, or when what
     * they see has changed without a fact about them.
     */
    private static final String LOAD = """
            with t as (select * from unnest(?::text[], ?::text[], ?::text[], ?::bool[])
                           as t (course_key, learner_id, org, recount)),
            newest as (
                select c.course_key, s.* from (select distinct course_key from t) c left join lateral (
                    select id, block_count from course_structure s where s.course_key = c.course_key
                    order by s.occurred_at desc, s.version desc, s.content_hash desc limit 1) s on true),
            types as (select coalesce(max(version), 0) as version from block_types)
            select t.course_key, t.learner_id, newest.id as newest_id, newest.block_count, types.version as newest_types,
                   p.learner_id is not null as is_stored, p.structure_id, p.types_version, p.release_step, p.audience,
                   p.seen_at, p.release_due_at, p.is_counted, p.cohorts, p.roles, p.earned, p.possible, p.optional_earned,
                   p.optional_possible, p.revision, p.version, p.told_at, p.crossed_at, p.crossed_version, p.cleared_at,
                   a.assignments,
                   (select revision from first_revision) as first_revision, s.*
            from t join newest using (course_key) cross join types
            left join course_progress p using (course_key, learner_id)
            cross join lateral (
                select jsonb_agg(jsonb_build_object('parent', b.parent, 'selected', b.selected, 'releases', b.releases)
                                 order by b.occurred_at, b.parent) as assignments
                from learner_blocks b where b.course_key = t.course_key and b.learner_id = t.learner_id) a
            left join lateral (
                select coalesce(e.is_active, false) as is_active, coalesce(e.mode, '') as mode, c.cohort_ids,
                       c.cohort_names, r.held_roles
                from (select 1) as one
                left join enrollment e on e.learner_id = t.learner_id and e.course_key = t.course_key
                cross join lateral (
                    select array_agg(m.cohort_id order by m.cohort_id) as cohort_ids,
                           array_agg(m.cohort_name order by m.cohort_id) as cohort_names
                    from cohort_membership m where m.learner_id = t.learner_id and m.is_member
                        and (m.course_key = t.course_key or (m.course_key = '' and m.org = t.org))) c
                cross join lateral (
                    select array_agg(distinct r.role) as held_roles from course_role r
                    where r.learner_id = t.learner_id and r.is_member
                        and (r.course_key = t.course_key or (r.course_key = '' and r.org = t.org))) r
                where t.recount or p.learner_id is null or p.structure_id <> coalesce(newest.id, 0)
                    or (newest.id is not null and p.types_version <> types.version) or p.release_due_at <= ?::timestamptz) s on true
            """;

    private static final TypeReference<List<Assigned>> ASSIGNED = new TypeReference<>() {};

    private final Sql sql;
    private final CourseGraphs graphs;
    private final ObjectReader assigned;

    Situations(Sql sql, CourseGraphs graphs, ObjectMapper json) {
        this.sql = sql;
        this.graphs = graphs;
        this.assigned = json.readerFor(ASSIGNED);
    }

    /**
     * Where a learner stands.
     *
     * @param course as stored, {@link CourseRow#startingAt a new one} without a row
     * @param view the course run as the learner sees it now, null before a structure is known
     * @param standing what other services tell of the learner; null when nothing is counted again: the stored sums follow the
     *     view, and nobody asked for it
     * @param stored whether there is a row
     * @param behind whether its sums follow something else
     * @param change what its sums miss; null when they have to be added up from nothing, or miss nothing
     */
    public record Situation(
            CourseLearner key,
            CourseRow course,
            @Nullable CourseView view,
            @Nullable Standing standing,
            boolean stored,
            boolean behind,
            @Nullable ViewChange change) {

        /** Whether sums are to be added up again. */
        public boolean recount() {
            return standing != null;
        }
    }

    private record Loaded(
            CourseLearner key,
            CourseRow course,
            boolean stored,
            @Nullable GraphKey graph,
            long blocks,
            Assignments assignments,
            @Nullable Standing standing) {}

    /** An assignment as the query hands it over. */
    record Assigned(String parent, Set<String> selected, Map<String, Instant> releases) {}

    /**
     * Finds out where learners stand; one statement when what they see is in memory.
     *
     * @param recount who is to be counted again in any case
     * @param now by which releases are judged
     */
    public Map<CourseLearner, Situation> of(
            Collection<CourseLearner> learners, Set<CourseLearner> recount, Instant now) {
        Map<CourseLearner, Situation> all = new HashMap<>();
        inGroups(learners, recount, now).forEachOrdered(all::putAll);
        return all;
    }

    /**
     * The same in groups of learners, each of which is only made when the stream comes to it: usually one, more when the graphs of all
     * course runs would be too much for the memory. Each may load graphs.
     */
    public Stream<Map<CourseLearner, Situation>> inGroups(
            Collection<CourseLearner> learners, Set<CourseLearner> recount, Instant now) {
        return groups(learners, recount, now).stream().map(group -> situations(group, now, true));
    }

    /**
     * The same for readers, who have no use for the change: one statement, and one for all graphs that are not in memory.
     *
     * @throws TooManySumsException when the graphs of all course runs would be too much for the memory
     */
    Map<CourseLearner, Situation> seen(Collection<CourseLearner> learners, Instant now) {
        List<List<Loaded>> groups = groups(learners, Set.of(), now);
        if (groups.size() > 1) {
            throw new TooManySumsException(
                    groups.stream().mapToInt(List::size).min().orElse(1));
        }
        return groups.isEmpty() ? Map.of() : situations(groups.getFirst(), now, false);
    }

    private List<List<Loaded>> groups(Collection<CourseLearner> learners, Set<CourseLearner> recount, Instant now) {
        List<CourseLearner> keys = List.copyOf(learners);
        List<Loaded> loaded = sql.query(
                LOAD,
                this::loaded,
                Column.texts(keys, CourseLearner::courseKey),
                Column.texts(keys, CourseLearner::learnerId),
                Column.texts(keys, key -> key.courseKey().org()),
                Column.flags(keys, recount::contains),
                now.toString());
        return GraphGroups.of(loaded, Loaded::graph, Loaded::blocks, graphs.mostBlocks());
    }

    private Map<CourseLearner, Situation> situations(List<Loaded> group, Instant now, boolean changes) {
        Set<GraphKey> wanted = new HashSet<>();
        for (Loaded one : group) {
            if (one.graph() != null) {
                wanted.add(one.graph());
            }
        }
        Map<GraphKey, CourseGraph> known = graphs.graphs(wanted);
        Map<Profile, CourseView> views = new HashMap<>();
        Map<CourseLearner, Situation> situations = new HashMap<>();
        for (Loaded one : group) {
            CourseGraph graph = one.graph() == null ? null : known.get(one.graph());
            situations.put(one.key(), situation(one, graph, views, now, changes));
        }
        return situations;
    }

    /** @param views of the group so far: learners of one profile share one, kept in memory or not */
    private Situation situation(
            Loaded loaded, @Nullable CourseGraph graph, Map<Profile, CourseView> views, Instant now, boolean changes) {
        CourseRow course = loaded.course();
        Standing standing = loaded.standing();
        if (graph == null) {
            return new Situation(loaded.key(), course, null, standing, loaded.stored(), false, null);
        }
        if (standing == null) {
            CourseView view = views.computeIfAbsent(course.follows().profile(), profile -> graphs.view(graph, profile))
                    .with(loaded.assignments(), course.follows().asOf(now));
            return new Situation(loaded.key(), course, view, null, true, false, null);
        }
        CourseView view = views.computeIfAbsent(
                        graph.profile(standing.viewer(), now), profile -> graphs.view(graph, profile))
                .with(loaded.assignments(), now);
        boolean behind = loaded.stored() && !course.follows().isCurrent(graph, now);
        return new Situation(
                loaded.key(),
                course,
                view,
                standing,
                loaded.stored(),
                behind,
                changes ? change(loaded, standing, view.profile()) : null);
    }

    /**
     * Stored sums can be moved when they follow a profile and nothing else, and the learner is counted as before. What is
     * assigned to the learner alone is no profile's.
     */
    private @Nullable ViewChange change(Loaded loaded, Standing standing, Profile now) {
        Profile before = loaded.course().follows().profile();
        boolean movable = loaded.stored()
                && before.structureId() > 0
                && loaded.assignments().isEmpty()
                && loaded.course().member().equals(standing.membership());
        return movable ? graphs.change(before, now).orElse(null) : null;
    }

    private Loaded loaded(ResultSet row) throws SQLException {
        Long structureId = Row.longOrNull(row, "newest_id");
        boolean stored = row.getBoolean("is_stored");
        Assignments assignments = assignments(row.getString("assignments"));
        Standing standing = Row.flagOrNull(row, "is_active") == null ? null : standing(row, assignments);
        return new Loaded(
                CompletionStore.key(row),
                stored ? ProgressStore.course(row) : CourseRow.startingAt(row.getLong("first_revision")),
                stored,
                structureId == null ? null : new GraphKey(structureId, row.getLong("newest_types")),
                row.getLong("block_count"),
                assignments,
                standing);
    }

    private static Standing standing(ResultSet row, Assignments assignments) throws SQLException {
        List<Standing.Cohort> cohorts = new ArrayList<>();
        Array ids = row.getArray("cohort_ids");
        if (ids != null) {
            Long[] numbers = (Long[]) ids.getArray();
            String[] names = (String[]) row.getArray("cohort_names").getArray();
            for (int i = 0; i < numbers.length; i++) {
                cohorts.add(new Standing.Cohort(numbers[i], names[i]));
            }
        }
        Array roles = row.getArray("held_roles");
        return new Standing(
                row.getBoolean("is_active"),
                Row.text(row, "mode"),
                cohorts,
                roles == null ? Set.of() : Set.of((String[]) roles.getArray()),
                assignments);
    }

    private Assignments assignments(@Nullable String text) {
        if (text == null) {
            return Assignments.NONE;
        }
        try {
            Map<String, Set<String>> selected = new HashMap<>();
            Map<String, Instant> releases = new HashMap<>();
            List<Assigned> list = assigned.readValue(text);
            for (Assigned one : list) {
                selected.put(one.parent(), one.selected());
                releases.putAll(one.releases());
            }
            return new Assignments(selected, releases);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("stored assignments cannot be read", impossible);
        }
    }
}
