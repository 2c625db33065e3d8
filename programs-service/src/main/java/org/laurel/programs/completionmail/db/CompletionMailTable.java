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

    /** A learner as we are told; texts are empty where we are not. */
    public record Recipient(LearnerId learnerId, String username, String email, String name) {

        /** Nobody has told us of the learner. */
        public static final Recipient UNKNOWN = new Recipient(new LearnerId("unknown"), "", "", "");
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

    /** Keeps what was decided about those on whom nothing was before, and returns these. */
    public Set<Subject> save(Map<Subject, MailOutcome> outcomes, Instant at) {
        List<Map.Entry<Subject, MailOutcome>> rows = List.copyOf(outcomes.entrySet());
        return new HashSet<>(sql.query(
                """
                insert into completion_mail (learner_id, program_uuid, outcome, decided_at)
                select t.learner_id, t.program_uuid::uuid, t.outcome, ?
                from unnest(?::text[], ?::text[], ?::text[]) as t (learner_id, program_uuid, outcome)
                on conflict (learner_id, program_uuid) do nothing
                returning learner_id, program_uuid
                """,
                row -> new Subject(
                        new LearnerId(Row.text(row, "learner_id")), UUID.fromString(Row.text(row, "program_uuid"))),
                at,
                Column.texts(rows, row -> row.getKey().learnerId()),
                Column.texts(rows, row -> row.getKey().programUuid()),
                Column.texts(rows, row -> row.getValue().slug())));
    }
}
