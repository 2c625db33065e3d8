package org.laurel.programs.repair.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.repair.domain.RepairScope;

/** Whose credentials a repair looks at, and for which programs. Only what restricts is written, so that indexes are used. */
@ApplicationScoped
public class RepairCandidates {

    private static final String RUNS_OF_PROGRAMS = """
            course_key = any(array(select r.course_key from program_course_run r where r.program_uuid = any(?::uuid[])))""";
    private static final String PROGRAMS_WITH_RUNS = """
            program_uuid = any(array(select r.program_uuid from program_course_run r where r.course_key = any(?)))""";

    private final Sql sql;

    RepairCandidates(Sql sql) {
        this.sql = sql;
    }

    /** The learners after the given one, by id: who has, or had, a certificate in a run, or a credential, that is looked at. */
    public List<LearnerId> next(long repairId, RepairScope scope, String after, int limit) {
        Learners learners = new Learners(repairId, scope);
        return sql.query(
                learners.page(after, limit),
                row -> new LearnerId(Row.text(row, "learner_id")),
                learners.arguments.toArray());
    }

    /** How many learners there are. */
    public long count(long repairId, RepairScope scope) {
        Learners learners = new Learners(repairId, scope);
        return sql.first(learners.count(), row -> row.getLong(1), learners.arguments.toArray())
                .orElse(0L);
    }

    private record Pair(LearnerId learnerId, UUID programUuid) {}

    /** The programs to look at by learner: those with a run in which the learner was certified, and those credited. */
    public Map<LearnerId, Set<UUID>> concerned(RepairScope scope, List<LearnerId> learners) {
        @Nullable String[] ids = Column.texts(learners, LearnerId::value);
        List<Object> arguments = new ArrayList<>(List.of(ids, ids, ids));
        String restriction = programs(scope, arguments);
        Map<LearnerId, Set<UUID>> concerned = new LinkedHashMap<>();
        learners.forEach(learner -> concerned.put(learner, new LinkedHashSet<>()));
        sql.query(
                        """
                        select p.learner_id, p.program_uuid from (
                            select v.learner_id, r.program_uuid
                            from certificate_version v join program_course_run r using (course_key)
                            where v.learner_id = any(?)
                            union
                            select c.learner_id, r.program_uuid
                            from course_credential c join program_course_run r using (course_key)
                            where c.learner_id = any(?)
                            union
                            select learner_id, program_uuid from program_credential where learner_id = any(?)) p
                        """ + (restriction.isEmpty() ? "" : "where " + restriction),
                        row -> new Pair(
                                new LearnerId(Row.text(row, "learner_id")),
                                UUID.fromString(Row.text(row, "program_uuid"))),
                        arguments.toArray())
                .forEach(pair -> concerned
                        .computeIfAbsent(pair.learnerId(), learner -> new LinkedHashSet<>())
                        .add(pair.programUuid()));
        return concerned;
    }

    /** The condition on {@code program_uuid}, empty without one. */
    private static String programs(RepairScope scope, List<Object> arguments) {
        List<String> conditions = new ArrayList<>();
        if (!scope.programs().isEmpty()) {
            conditions.add("program_uuid = any(?::uuid[])");
            arguments.add(Column.texts(scope.programs(), uuid -> uuid));
        }
        if (!scope.courseRuns().isEmpty()) {
            conditions.add(PROGRAMS_WITH_RUNS);
            arguments.add(Column.texts(scope.courseRuns(), CourseKey::value));
        }
        return String.join(" and ", conditions);
    }

    /** The learners of a scope as SQL. */
    private static final class Learners {

        private final long repairId;
        private final RepairScope scope;
        private final List<Object> arguments = new ArrayList<>();

        Learners(long repairId, RepairScope scope) {
            this.repairId = repairId;
            this.scope = scope;
        }

        String page(String after, int limit) {
            String page = parts(" and learner_id > ? order by learner_id limit ?", after, limit);
            arguments.add(limit);
            return "select learner_id from (" + page + ") l order by learner_id limit ?";
        }

        String count() {
            return "select count(*) from (" + parts("") + ") l";
        }

        private String parts(String rest, Object... more) {
            if (scope.listed() != null) {
                arguments.add(repairId);
                arguments.addAll(List.of(more));
                return "select learner_id from repair_learner where repair_id = ?" + rest;
            }
            List<String> parts = new ArrayList<>();
            parts.add(part("certificate_version", courses(), rest, more));
            parts.add(part("course_credential", courses(), rest, more));
            if (scope.courseRuns().isEmpty()) {
                parts.add(part("program_credential", programs(scope, arguments), rest, more));
            }
            return String.join(" union ", parts);
        }

        private String part(String table, String condition, String rest, Object... more) {
            arguments.addAll(List.of(more));
            return "(select distinct learner_id from " + table + " where " + (condition.isEmpty() ? "true" : condition)
                    + rest + ")";
        }

        private String courses() {
            if (!scope.courseRuns().isEmpty()) {
                arguments.add(Column.texts(scope.courseRuns(), CourseKey::value));
                return "course_key = any(?)";
            }
            if (!scope.programs().isEmpty()) {
                arguments.add(Column.texts(scope.programs(), uuid -> uuid));
                return RUNS_OF_PROGRAMS;
            }
            return "";
        }
    }
}
