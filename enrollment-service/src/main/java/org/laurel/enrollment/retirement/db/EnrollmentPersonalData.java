package org.laurel.enrollment.retirement.db;

import static org.laurel.kit.retirement.PersonalColumn.about;
import static org.laurel.kit.retirement.PersonalColumn.actedAudited;
import static org.laurel.kit.retirement.PersonalColumn.by;
import static org.laurel.kit.retirement.PersonalColumn.mentionedAudited;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.kit.retirement.PersonalColumn;
import org.laurel.kit.retirement.PersonalColumn.Acted;
import org.laurel.kit.retirement.PersonalData;

/**
 * Every column of this service's own tables that holds personal data, and how it is erased. A test compares it with the
 * database: a new column stands here, in a {@link PersonalData} of its own feature, or among the harmless ones of that test.
 */
@Singleton
public class EnrollmentPersonalData implements PersonalData {

    private static final String BY_PEOPLE = " and position('/' in t.changed_by) = 0";

    @Override
    public List<PersonalColumn> columns() {
        return Stream.of(learner(), retirement(), profile(), enrollment(), courses())
                .<PersonalColumn>flatMap(columns -> columns)
                .toList();
    }

    @Override
    public List<String> words() {
        return List.of(
                "select learner_id, unnest(array[username, email, name, certificate_name, verified_name]) from learner"
                        + " join gone using (learner_id)",
                "select learner_id, unnest(array[username, email, name, certificate_name, verified_name])"
                        + " from learner_history join gone using (learner_id)",
                "select learner_id, unnest(array[original_username, original_email, original_name]) from retirement"
                        + " join gone using (learner_id)");
    }

    @Override
    public List<String> usernames() {
        return List.of(
                "select learner_id, username from learner join gone using (learner_id)",
                "select learner_id, username from learner_history join gone using (learner_id)",
                "select learner_id, original_username from retirement join gone using (learner_id)");
    }

    /** The username becomes one that nobody chose; id and version stay, and so does what certificates may show to whom. */
    private static Stream<PersonalColumn> learner() {
        List<String> columns =
                List.of("username", "email", "name", "certificate_name", "verified_name", "change_reason");
        return Stream.concat(
                Stream.of(
                        by("learner", columns, """
                                update learner t
                                set username = coalesce((select r.retired_username from retirement r
                                                         where r.learner_id = t.learner_id and r.cancelled_at is null),
                                                        'retired__user_' || replace(gen_random_uuid()::text, '-', '')),
                                    email = '', name = '', is_active = false, certificate_name = null,
                                    verified_name = null, use_verified_name = false, change_reason = null
                                where t.learner_id in (select learner_id from gone)
                                  and (t.username not like 'retired\\_\\_user\\_%' or t.email <> '' or t.name <> ''
                                       or t.certificate_name is not null or t.verified_name is not null
                                       or t.change_reason is not null)
                                """),
                        PersonalColumn.own(
                                "learner_history",
                                "username = ''",
                                "email = ''",
                                "name = ''",
                                "certificate_name = null",
                                "verified_name = null",
                                "change_reason = null")),
                actedByPeople("learner"));
    }

    /** Hashes stay: they find a retirement by the username that its driver knows. */
    private static Stream<PersonalColumn> retirement() {
        return Stream.concat(
                about(
                        "retirement",
                        "original_username = ''",
                        "original_email = ''",
                        "original_name = ''",
                        "responses = ''",
                        "change_reason = null"),
                actedAudited("retirement", "changed_by"));
    }

    private static Stream<PersonalColumn> profile() {
        return Stream.concat(
                about(
                        "profile",
                        "year_of_birth = null",
                        "gender = null",
                        "level_of_education = null",
                        "country = null",
                        "city = null",
                        "language = null",
                        "location = null",
                        "bio = null",
                        "goals = null",
                        "mailing_address = null",
                        "phone_number = null",
                        "state = null",
                        "language_proficiencies = '[]'",
                        "social_links = '{}'",
                        "meta = '{}'",
                        "change_reason = null"),
                actedByPeople("profile"));
    }

    /** That the learner was enrolled stays; what clients noted of it goes. */
    private static Stream<PersonalColumn> enrollment() {
        return Stream.of(
                        about("enrollment", "change_reason = null"),
                        actedByPeople("enrollment"),
                        mentionedAudited("enrollment", "change_reason", "null", "learner_id text", "course_key text"),
                        Stream.<PersonalColumn>of(
                                by("enrollment_attribute", List.of("namespace", "name", "value"), """
                                delete from enrollment_attribute t where t.learner_id in (select learner_id from gone)
                                """),
                                by("pending_enrollment", List.of("requested_by"), """
                                delete from pending_enrollment t where t.learner_id in (select learner_id from gone)
                                """),
                                PersonalColumn.acted("pending_enrollment", "requested_by")))
                .flatMap(columns -> columns);
    }

    private static Stream<PersonalColumn> courses() {
        return Stream.of(
                        actedAudited("course_run", "changed_by"),
                        actedAudited("course_mode", "changed_by"),
                        mentionedAudited("course_run", "change_reason", "null", "course_key text"),
                        mentionedAudited("course_mode", "change_reason", "null", "id bigint"))
                .flatMap(columns -> columns);
    }

    /** Most rows are changed by other systems, whose names hold a slash; an index finds people's. */
    private static Stream<PersonalColumn> actedByPeople(String table) {
        return Stream.of(
                new Acted(table, "changed_by", BY_PEOPLE), new Acted(table + "_history", "changed_by", BY_PEOPLE));
    }
}
