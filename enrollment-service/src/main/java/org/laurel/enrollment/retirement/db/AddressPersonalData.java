package org.laurel.enrollment.retirement.db;

import static org.laurel.kit.retirement.PersonalColumn.actedAudited;
import static org.laurel.kit.retirement.PersonalColumn.by;
import static org.laurel.kit.retirement.PersonalColumn.mentioned;
import static org.laurel.kit.retirement.PersonalColumn.mentionedAudited;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.kit.retirement.PersonalColumn;
import org.laurel.kit.retirement.PersonalColumn.Mentioned;
import org.laurel.kit.retirement.PersonalData;

/**
 * What is written under email addresses and names as they were typed: permissions to enroll, waiting cohorts, the manual
 * enrollment audit, and lists and files that are worked off. It is erased before {@link EnrollmentPersonalData}, whose tables
 * tell which addresses and usernames are the learner's.
 */
@Singleton
public class AddressPersonalData implements PersonalData {

    /** Everything by which a learner could be named in a list, in lower case. */
    private static final String NAMES = """
            , named as (
                select learner_id, lower(unnest(array[username, email])) as name from learner join gone using (learner_id)
                union select learner_id, lower(unnest(array[username, email])) from learner_history join gone using (learner_id)
                union select learner_id, lower(unnest(array[original_username, original_email]))
                      from retirement join gone using (learner_id)
                union select learner_id, learner_id from gone)
            """;

    private static final String IS_NAMED = " in (select name from named where name <> '')";

    @Override
    public List<PersonalColumn> columns() {
        return Stream.of(allowed(), cohorts(), audit(), lists(), files())
                .<PersonalColumn>flatMap(columns -> columns)
                .toList();
    }

    @Override
    public List<String> words() {
        return List.of();
    }

    @Override
    public List<String> usernames() {
        return List.of();
    }

    private static Stream<PersonalColumn> allowed() {
        String theirs = "t.learner_id in (select learner_id from gone) or lower(t.email)" + IS_NAMED;
        return Stream.of(
                        Stream.<PersonalColumn>of(
                                by(
                                        "enrollment_allowed",
                                        List.of("email", "change_reason"),
                                        NAMES + "delete from enrollment_allowed t where " + theirs),
                                by(
                                        "enrollment_allowed_history",
                                        List.of("email", "change_reason"),
                                        NAMES
                                                + "update enrollment_allowed_history t set email = '', change_reason = null"
                                                + " where (" + theirs + ") and t.email <> ''")),
                        actedAudited("enrollment_allowed", "changed_by"),
                        mentionedAudited("enrollment_allowed", "change_reason", "null", "id bigint"))
                .flatMap(columns -> columns);
    }

    private static Stream<PersonalColumn> cohorts() {
        return Stream.of(
                by(
                        "cohort_preassignment",
                        List.of("email"),
                        NAMES + "delete from cohort_preassignment t where lower(t.email)" + IS_NAMED),
                PersonalColumn.acted("cohort_preassignment", "changed_by"));
    }

    private static Stream<PersonalColumn> audit() {
        return Stream.of(
                by(
                        "manual_enrollment",
                        List.of("enrolled_email", "reason", "role"),
                        NAMES + "update manual_enrollment t set enrolled_email = '', reason = null, role = null where ("
                                + "t.learner_id in (select learner_id from gone) or lower(t.enrolled_email)" + IS_NAMED
                                + ") and (t.enrolled_email <> '' or t.reason is not null or t.role is not null)"),
                PersonalColumn.acted("manual_enrollment", "enrolled_by"),
                mentioned("manual_enrollment", "reason"));
    }

    private static Stream<PersonalColumn> lists() {
        return Stream.of(
                by(
                        "bulk_enrollment_row",
                        List.of("identifier"),
                        NAMES + "update bulk_enrollment_row t set identifier = '' where lower(t.identifier)"
                                + IS_NAMED),
                PersonalColumn.acted("bulk_enrollment", "created_by"),
                mentioned("bulk_enrollment", "reason"),
                mentioned("bulk_enrollment", "role"));
    }

    /** A row that waits says nothing any more and is refused for it. Those that are worked off hold nothing. */
    private static Stream<PersonalColumn> files() {
        return Stream.of(
                by(
                        "data_import_row",
                        List.of("content"),
                        NAMES + "update data_import_row t set content = '{}' where t.content is not null and exists ("
                                + "select from jsonb_each_text(t.content) m where m.key in ('learner_id', 'user_id',"
                                + " 'username', 'email', 'sourcedId', 'userSourcedId') and lower(m.value)" + IS_NAMED
                                + ")"),
                PersonalColumn.acted("data_import", "created_by"),
                new Mentioned("data_import_part", "file_name", "''", List.of("import_id bigint", "number integer")));
    }
}
