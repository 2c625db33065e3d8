package org.laurel.programs.repair.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.repair.domain.Repair;

/** Reads repairs. */
@ApplicationScoped
public class RepairQuery {

    private final Sql sql;
    private final RepairRow rows;

    RepairQuery(Sql sql, RepairRow rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** A learner whom a repair had to leave out. */
    public record LeftOut(String learnerId, String error) {}

    /**
     * A credential that a dry run would award or revoke.
     *
     * @param username null for a learner of whom no account is known
     */
    public record Sample(
            String kind, String learnerId, @Nullable String username, UUID programUuid) {}

    /** A repair, empty when there is none of this id. */
    public Optional<Repair> find(long id) {
        return sql.first(RepairRow.SELECT + "where r.id = ?", rows::repair, id);
    }

    /** The repair that a job works for. */
    public Optional<Repair> ofJob(long jobId) {
        return sql.first(RepairRow.SELECT + "where r.job_id = ?", rows::repair, jobId);
    }

    /** Repairs with an id below the given one, newest first. */
    public List<Repair> before(long id, int limit) {
        return sql.query(RepairRow.SELECT + "where r.id < ? order by r.id desc limit ?", rows::repair, id, limit);
    }

    /** The samples of a dry run, by kind and learner. */
    public List<Sample> samples(long repairId) {
        return sql.query(
                """
                select s.kind, s.learner_id, l.username, s.program_uuid
                from repair_sample s left join learner l using (learner_id)
                where s.repair_id = ? order by s.kind, s.learner_id, s.program_uuid
                """,
                row -> new Sample(
                        Row.text(row, "kind"),
                        Row.text(row, "learner_id"),
                        row.getString("username"),
                        UUID.fromString(Row.text(row, "program_uuid"))),
                repairId);
    }

    /** Learners whom a repair had to leave out, the first hundred. */
    public List<LeftOut> leftOut(long repairId) {
        return sql.query(
                "select learner_id, error from repair_failure where repair_id = ? order by learner_id limit 100",
                row -> new LeftOut(Row.text(row, "learner_id"), Row.text(row, "error")),
                repairId);
    }
}
