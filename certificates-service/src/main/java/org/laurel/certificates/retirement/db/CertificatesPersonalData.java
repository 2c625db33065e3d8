package org.laurel.certificates.retirement.db;

import static org.laurel.kit.retirement.PersonalColumn.about;
import static org.laurel.kit.retirement.PersonalColumn.acted;
import static org.laurel.kit.retirement.PersonalColumn.actedAudited;
import static org.laurel.kit.retirement.PersonalColumn.mentioned;
import static org.laurel.kit.retirement.PersonalColumn.mentionedAudited;
import static org.laurel.kit.retirement.PersonalColumn.own;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.kit.retirement.PersonalColumn;
import org.laurel.kit.retirement.PersonalColumn.Acted;
import org.laurel.kit.retirement.PersonalColumn.Mentioned;
import org.laurel.kit.retirement.PersonalData;

/**
 * Every column of this service's own tables that holds personal data, and how it is erased. A test compares it with the
 * database, so that a new column must stand here or among the {@link HarmlessData}. The kit's tables are the kit's business.
 */
@Singleton
class CertificatesPersonalData implements PersonalData {

    private static final String BY_PEOPLE = " and position('/' in t.changed_by) = 0";

    @Override
    public List<PersonalColumn> columns() {
        return Stream.of(learner(), begun(), certificates(), facts(), imports(), staffActions(), settings(), mentions())
                .<PersonalColumn>flatMap(columns -> columns)
                .toList();
    }

    @Override
    public List<String> words() {
        return List.of(
                "select learner_id, unnest(array[username, email, name]) from learner join gone using (learner_id)",
                "select learner_id, name from learner_name join gone using (learner_id)",
                "select learner_id, unnest(array[certificate_name, verified_name]) from learner_fact"
                        + " join gone using (learner_id)",
                "select learner_id, name from certificate join gone using (learner_id)",
                "select learner_id, name from certificate_history join gone using (learner_id)",
                "select learner_id, detail ->> 'name' from standing_fact join gone using (learner_id) where kind = 12");
    }

    @Override
    public List<String> usernames() {
        return List.of("select learner_id, username from learner join gone using (learner_id)");
    }

    private static Stream<PersonalColumn> learner() {
        return Stream.of(
                own("learner", "username = ''", "email = ''", "name = ''", "is_active = false"),
                own("learner_name", "name = ''"),
                own("learner_fact", "certificate_name = null", "verified_name = null"));
    }

    /** Who began what jobs work off: as long as the name stands here, they write it into certificates and their history. */
    private static Stream<PersonalColumn> begun() {
        return Stream.of(acted("legacy_import", "created_by"), acted("generation_run", "generated_by"));
    }

    /** Status, public id and dates stay, and so does the version: nobody is told. */
    private static Stream<PersonalColumn> certificates() {
        return Stream.of(
                PersonalColumn.by(
                        "certificate",
                        List.of(
                                "name",
                                "download_uuid",
                                "download_url",
                                "error_reason",
                                "changed_by",
                                "change_reason",
                                "cause_id"),
                        """
                        update certificate t set name = '', download_uuid = '', download_url = '', error_reason = '',
                               changed_by = 'retirement', change_reason = null, cause_id = 'retirement'
                        where t.learner_id in (select learner_id from gone)
                          and (t.name <> '' or t.download_url <> '' or t.download_uuid <> '' or t.error_reason <> ''
                               or t.change_reason is not null)
                        """),
                own(
                        "certificate_history",
                        "name = ''",
                        "download_uuid = ''",
                        "download_url = ''",
                        "error_reason = ''",
                        "change_reason = null"),
                new Acted("certificate", "changed_by", BY_PEOPLE),
                new Acted("certificate_history", "changed_by", BY_PEOPLE));
    }

    /** An imported statement is known by what it said, name included; that goes too. */
    private static Stream<PersonalColumn> facts() {
        return Stream.of(
                PersonalColumn.by("standing_fact", List.of("detail", "event_id"), """
                        update standing_fact t
                        set detail = t.detail || case t.kind
                                when 12 then '{"name": "", "download_uuid": "", "download_url": "", "error_reason": ""}'::jsonb
                                else (select coalesce(jsonb_object_agg(key, ''), '{}') from jsonb_object_keys(t.detail) key
                                      where key in ('download_uuid', 'download_url', 'reason')) end,
                            event_id = case when t.source = '/imports' then 'erased' else t.event_id end
                        where t.learner_id in (select learner_id from gone) and t.kind in (12, 13)
                        """),
                PersonalColumn.by("standing", List.of("folded_id"), """
                        update standing t set folded_id = 'erased'
                        where t.learner_id in (select learner_id from gone) and t.folded_source = '/imports'
                        """));
    }

    /** A row that waits is imported without its personal members. */
    private static Stream<PersonalColumn> imports() {
        return Stream.of(PersonalColumn.by("legacy_import_row", List.of("learner_id", "username", "content"), """
                        update legacy_import_row t
                        set learner_id = g.learner_id, username = null,
                            content = t.content - array['username', 'email', 'full_name', 'user_id', 'download_uuid',
                                                        'download_url', 'error_reason']
                                || jsonb_build_object('learner_id', g.learner_id, 'name', '')
                        from gone g
                        where (t.learner_id = g.learner_id or (g.word <> '' and lower(t.username) = lower(g.word)))
                          and t.content is not null
                        """));
    }

    /** Notes about the learner go; of staff who are retired only the id is left. */
    private static Stream<PersonalColumn> staffActions() {
        return Stream.of(
                        about("allowlist_entry", "notes = ''", "change_reason = null"),
                        about("certificate_invalidation", "notes = ''", "change_reason = null"),
                        about("certificate_date_override", "reason = ''", "change_reason = null"),
                        actedAudited("allowlist_entry", "changed_by"),
                        actedAudited("certificate_invalidation", "changed_by", "invalidated_by"),
                        actedAudited("certificate_date_override", "changed_by", "overridden_by"))
                .flatMap(columns -> columns);
    }

    private static Stream<PersonalColumn> settings() {
        return Stream.of(
                        actedAudited("certificate_template", "changed_by"),
                        actedAudited("certificate_template_asset", "changed_by"),
                        Stream.of(
                                acted("run_policy", "changed_by"),
                                acted("site_policy", "changed_by"),
                                acted("course_configuration", "changed_by"),
                                acted("template_version", "created_by"),
                                acted("example_certificate_set", "created_by")))
                .flatMap(columns -> columns);
    }

    /** Others' rows in which people write what they like. A table before its history, as above. */
    private static Stream<PersonalColumn> mentions() {
        return Stream.of(
                        mentionedAudited("allowlist_entry", "notes", "''", "id bigint"),
                        mentionedAudited("certificate_invalidation", "notes", "''", "id bigint"),
                        mentionedAudited(
                                "certificate_date_override", "reason", "''", "learner_id text", "course_key text"),
                        mentionedAudited("certificate", "change_reason", "null", "learner_id text", "course_key text"),
                        mentionedAudited("allowlist_entry", "change_reason", "null", "id bigint"),
                        mentionedAudited("certificate_invalidation", "change_reason", "null", "id bigint"),
                        mentionedAudited(
                                "certificate_date_override",
                                "change_reason",
                                "null",
                                "learner_id text",
                                "course_key text"),
                        mentionedAudited("certificate_template", "change_reason", "null", "id bigint"),
                        mentionedAudited("certificate_template_asset", "change_reason", "null", "id bigint"),
                        Stream.of(
                                new Mentioned(
                                        "course_configuration",
                                        "change_reason",
                                        "null",
                                        List.of("course_key text", "version bigint")),
                                mentioned("run_policy", "change_reason"),
                                mentioned("site_policy", "change_reason"),
                                mentioned("generation_run", "change_reason")))
                .flatMap(columns -> columns);
    }
}
