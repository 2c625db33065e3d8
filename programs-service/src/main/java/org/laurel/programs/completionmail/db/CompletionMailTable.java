package org.laurel.programs.completionmail.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.completionmail.domain.MailOutcome;
import org.laurel.programs.completionmail.domain.MailTemplate;
import org.laurel.programs.completionmail.domain.StoredTemplate;

/** Who was mailed about which program, and what a mail needs: one statement for all learners of a call. */
@ApplicationScoped
public class CompletionMailTable {

    private final Sql sql;

    CompletionMailTable(Sql sql) {
        this.sql = sql;
    }

    /** A learner and a program. */
    public record Subject(LearnerId learnerId, UUID programUuid) {}

    /** What was decided about a mail. */
    public record Decided(Subject subject, MailOutcome outcome) {}

    /** A learner as we are told; texts are empty where we are not. */
    public record Recipient(LearnerId learnerId, String username, String email, String name) {

        /** Nobody has told us of the learner. */
        public static final Recipient UNKNOWN = new Recipient(new LearnerId("unknown"), "", "", "");
    }

    /** Those on whom it was decided before. */
    public Set<Subject> known(List<Subject> subjects) {
        return new HashSet<>(sql.query(
                """
                select m.learner_id, m.program_uuid from unnest(?::text[], ?::text[]) as t (learner_id, program_uuid)
                join completion_mail m on m.learner_id = t.learner_id and m.program_uuid = t.program_uuid::uuid
                """,
                row -> new Subject(
                        new LearnerId(Row.text(row, "learner_id")), UUID.fromString(Row.text(row, "program_uuid"))),
                Column.texts(subjects, Subject::learnerId),
                Column.texts(subjects, Subject::programUuid)));
    }

    /** Learners by id; unknown ones are left out. */
    public Map<LearnerId, Recipient> recipients(Collection<LearnerId> learners) {
        return sql
                .query(
                        "select learner_id, username, email, name from learner where learner_id = any(?)",
                        row -> new Recipient(
                                new LearnerId(Row.text(row, "learner_id")),
                                Row.text(row, "username"),
                                Row.text(row, "email"),
                                Row.text(row, "name")),
                        (Object) Column.texts(List.copyOf(learners), LearnerId::value))
                .stream()
                .collect(Collectors.toMap(Recipient::learnerId, Function.identity()));
    }

    /** Templates by identifier; those that there are not are left out. */
    public Map<String, MailTemplate> templates(Collection<String> identifiers) {
        return sql
                .query("select * from completion_mail_template where identifier = any(?)", TemplateRow::stored, (Object)
                        identifiers.toArray(String[]::new))
                .stream()
                .map(StoredTemplate::template)
                .collect(Collectors.toMap(MailTemplate::identifier, Function.identity()));
    }

    /** Keeps what was decided; the caller holds the learners' keys, so nobody else has meanwhile. */
    public void save(List<Decided> decided, Instant at) {
        sql.update(
                """
                insert into completion_mail (learner_id, program_uuid, outcome, decided_at)
                select t.learner_id, t.program_uuid::uuid, t.outcome, ?
                from unnest(?::text[], ?::text[], ?::text[]) as t (learner_id, program_uuid, outcome)
                """,
                at,
                Column.texts(decided, row -> row.subject().learnerId()),
                Column.texts(decided, row -> row.subject().programUuid()),
                Column.texts(decided, row -> row.outcome().slug()));
    }
}
