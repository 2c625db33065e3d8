package org.laurel.enrollment.retirement.db;

import static org.laurel.kit.retirement.PersonalColumn.about;
import static org.laurel.kit.retirement.PersonalColumn.actedAudited;
import static org.laurel.kit.retirement.PersonalColumn.by;
import static org.laurel.kit.retirement.PersonalColumn.mentionedAudited;
import static org.laurel.kit.retirement.PersonalColumn.own;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.kit.retirement.PersonalColumn;
import org.laurel.kit.retirement.PersonalData;

/**
 * What hangs on a learner's account: keys, preferences, wishes for another name or address, and the learner's place
 * in groups, cohorts and roles. Where it names the learner it goes; that a cohort or role was held stays under the id.
 */
@Singleton
public class BelongingPersonalData implements PersonalData {

    @Override
    public List<PersonalColumn> columns() {
        return Stream.of(account(), changes(), places(), groups())
                .<PersonalColumn>flatMap(columns -> columns)
                .toList();
    }

    @Override
    public List<String> words() {
        return List.of(
                "select learner_id, name from name_change join gone using (learner_id)",
                "select learner_id, name from name_change_history join gone using (learner_id)",
                "select learner_id, email from email_change join gone using (learner_id)");
    }

    @Override
    public List<String> usernames() {
        return List.of();
    }

    private static Stream<PersonalColumn> account() {
        return Stream.of(gone("one_time_key"), gone("registration"), gone("preference", "value"));
    }

    private static Stream<PersonalColumn> changes() {
        return Stream.of(
                        Stream.<PersonalColumn>of(
                                gone("email_change", "email"),
                                nameless(),
                                own("name_change_history", "name = ''", "rationale = ''", "change_reason = null")),
                        actedAudited("name_change", "changed_by"),
                        mentionedAudited("name_change", "change_reason", "null", "learner_id text"),
                        mentionedAudited("name_change", "rationale", "''", "learner_id text"))
                .flatMap(columns -> columns);
    }

    /** A request for a name says nothing any more, and one that waits is over: nobody decides on it. */
    private static PersonalColumn nameless() {
        return by("name_change", List.of("name", "rationale", "change_reason"), """
                update name_change t
                set name = '', rationale = '', change_reason = null,
                    state = case when t.state = 'pending' then 'rejected' else t.state end
                where t.learner_id in (select learner_id from gone)
                  and (t.name <> '' or t.rationale <> '' or t.change_reason is not null or t.state = 'pending')
                """);
    }

    private static Stream<PersonalColumn> places() {
        return Stream.of(
                        about("course_role", "change_reason = null"),
                        about("cohort_membership", "change_reason = null"),
                        about("email_opt_in", "change_reason = null"),
                        about("entitlement", "order_number = null", "change_reason = null"),
                        actedAudited("course_role", "changed_by"),
                        actedAudited("cohort_membership", "changed_by"),
                        actedAudited("email_opt_in", "changed_by"),
                        actedAudited("entitlement", "changed_by"),
                        mentionedAudited("course_role", "change_reason", "null", "id bigint"),
                        mentionedAudited(
                                "cohort_membership",
                                "change_reason",
                                "null",
                                "learner_id text",
                                "course_key text",
                                "cohort_id bigint"),
                        mentionedAudited("email_opt_in", "change_reason", "null", "learner_id text", "org text"),
                        mentionedAudited("entitlement", "change_reason", "null", "id bigint"))
                .flatMap(columns -> columns);
    }

    private static Stream<PersonalColumn> groups() {
        return Stream.of(
                        Stream.<PersonalColumn>of(
                                gone("user_group_member", "change_reason"),
                                own("user_group_member_history", "change_reason = null")),
                        actedAudited("user_group_member", "changed_by"),
                        mentionedAudited(
                                "user_group_member", "change_reason", "null", "group_id bigint", "learner_id text"),
                        actedAudited("user_group", "changed_by"),
                        mentionedAudited("user_group", "change_reason", "null", "group_id bigint"),
                        mentionedAudited("user_group", "description", "''", "group_id bigint"),
                        actedAudited("cohort", "changed_by"),
                        mentionedAudited("cohort", "change_reason", "null", "course_key text", "cohort_id bigint"),
                        actedAudited("cohort_course", "changed_by"),
                        mentionedAudited("cohort_course", "change_reason", "null", "course_key text"))
                .flatMap(columns -> columns);
    }

    /** Rows of the learner that nobody needs any more. */
    private static PersonalColumn gone(String table, String... columns) {
        return by(
                table,
                List.of(columns),
                "delete from " + table + " t where t.learner_id in (select learner_id from gone)");
    }
}
