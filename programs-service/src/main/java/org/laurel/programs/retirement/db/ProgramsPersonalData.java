package org.laurel.programs.retirement.db;

import static org.laurel.kit.retirement.PersonalColumn.about;
import static org.laurel.kit.retirement.PersonalColumn.acted;
import static org.laurel.kit.retirement.PersonalColumn.actedAudited;
import static org.laurel.kit.retirement.PersonalColumn.by;
import static org.laurel.kit.retirement.PersonalColumn.mentioned;
import static org.laurel.kit.retirement.PersonalColumn.mentionedAudited;
import static org.laurel.kit.retirement.PersonalColumn.own;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.kit.retirement.PersonalColumn;
import org.laurel.kit.retirement.PersonalColumn.Acted;
import org.laurel.kit.retirement.PersonalData;

/** The personal data of this service: who learners are, and who changed what. Credentials name nobody, and stay. */
@Singleton
class ProgramsPersonalData implements PersonalData {

    @Override
    public List<PersonalColumn> columns() {
        return Stream.of(
                        Stream.<PersonalColumn>of(own("learner", "username = ''", "email = ''", "name = ''")),
                        Stream.<PersonalColumn>of(own("certificate_link", "verify_uuid = null", "download_url = null")),
                        Stream.<PersonalColumn>of(acted("repair", "created_by")),
                        about("course_credential", "change_reason = null"),
                        about("program_credential", "change_reason = null"),
                        about("credential_order", "change_reason = null"),
                        about("credential_date_override", "change_reason = null"),
                        attributes("credential_attribute"),
                        attributes("credential_attribute_history"),
                        actedAudited("credential_order", "changed_by"),
                        actedAudited("credential_date_override", "changed_by"),
                        actedAudited("credential_attribute", "changed_by"),
                        mentionedAudited(
                                "credential_order", "change_reason", "null", "learner_id text", "subject text"),
                        mentionedAudited("credential_date_override", "change_reason", "null", "credential_uuid uuid"),
                        mentionedAudited(
                                "credential_attribute", "change_reason", "null", "credential_uuid uuid", "name text"),
                        mentionedAudited("credential_attribute", "value", "''", "credential_uuid uuid", "name text"),
                        actedByPeople("course_credential"),
                        actedByPeople("program_credential"),
                        actedByPeople("grade"),
                        linksOfRecords(),
                        actedAudited("shared_record", "changed_by"),
                        actedAudited("sent_record", "changed_by"),
                        actedAudited("program", "changed_by"),
                        actedAudited("organization", "changed_by"),
                        actedAudited("pathway", "changed_by"),
                        Stream.<PersonalColumn>of(acted("catalogue_import", "created_by")),
                        mentionedAudited("organization", "change_reason", "null", "uuid uuid"),
                        mentionedAudited("pathway", "change_reason", "null", "pathway_id bigint"),
                        Stream.<PersonalColumn>of(own(
                                "certificate_preference",
                                "certificate_name = null",
                                "verified_name = null",
                                "use_verified_name = false")),
                        actedAudited("program_certificate", "changed_by"),
                        actedAudited("course_certificate", "changed_by"),
                        actedAudited("signatory", "changed_by"),
                        mentionedAudited("program_certificate", "change_reason", "null", "program_uuid uuid"),
                        mentionedAudited("course_certificate", "change_reason", "null", "id bigint"),
                        mentionedAudited("signatory", "change_reason", "null", "signatory_id bigint"),
                        actedAudited("program_lti", "changed_by"),
                        actedAudited("completion_mail_template", "changed_by"),
                        mentionedAudited("program_lti", "change_reason", "null", "kind text", "program_uuid uuid"),
                        mentionedAudited("completion_mail_template", "change_reason", "null", "identifier text"),
                        Stream.<PersonalColumn>of(mentioned("repair", "change_reason")),
                        mentionedAudited("course_credential", "change_reason", "null", "credential_uuid uuid"),
                        mentionedAudited("program_credential", "change_reason", "null", "credential_uuid uuid"),
                        mentionedAudited("program", "change_reason", "null", "program_uuid uuid"))
                .<PersonalColumn>flatMap(columns -> columns)
                .toList();
    }

    @Override
    public List<String> words() {
        return List.of(
                "select learner_id, unnest(array[username, email, name]) from learner join gone using (learner_id)",
                "select learner_id, unnest(array[certificate_name, verified_name]) from certificate_preference"
                        + " join gone using (learner_id)");
    }

    @Override
    public List<String> usernames() {
        return List.of("select learner_id, username from learner join gone using (learner_id)");
    }

    /** Whoever leaves is found by no link any more. */
    private static Stream<PersonalColumn> linksOfRecords() {
        return Stream.of(by("shared_record", List.of("revoked_at"), """
                update shared_record t set revoked_at = now()
                where t.learner_id in (select learner_id from gone) and t.revoked_at is null
                """));
    }

    /** What was noted about a learner goes: both names and values may name a person. */
    private static Stream<PersonalColumn> attributes(String table) {
        return Stream.of(PersonalColumn.by(
                table,
                List.of("name", "value", "change_reason"),
                "delete from " + table + " t where t.learner_id in (select learner_id from gone)"));
    }

    /** Most credentials are changed by other systems, whose names hold a slash; an index finds people's. */
    private static Stream<PersonalColumn> actedByPeople(String table) {
        String byPeople = " and position('/' in t.changed_by) = 0";
        return Stream.of(
                new Acted(table, "changed_by", byPeople), new Acted(table + "_history", "changed_by", byPeople));
    }
}
