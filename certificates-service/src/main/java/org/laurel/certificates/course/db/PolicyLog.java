package org.laurel.certificates.course.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Keeps every version of the policies. Rows are added, never changed. */
@ApplicationScoped
public class PolicyLog {

    private final Sql sql;

    PolicyLog(Sql sql) {
        this.sql = sql;
    }

    /** A course run's new policy and who decided it. */
    public record RunVersion(CourseKey courseKey, RunPolicy policy, Cause cause) {}

    /** Adds versions of course runs' policies. */
    public void appendRuns(List<RunVersion> versions) {
        if (versions.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into run_policy (course_key, occurred_at, automatic_generation, pdf_generation, self_generation_enabled,
                    language_specific_templates_enabled, include_hours_of_effort, mode, changed_by, change_reason, cause_id,
                    language, weeks_to_complete, max_effort, completion_threshold, completion_requires_passing)
                select t.course_key, t.occurred_at::timestamptz, t.automatic, t.pdf, t.self, t.language, t.effort, t.mode,
                       t.changed_by, t.change_reason, t.cause_id, t.tag, t.weeks, t.hours, t.threshold::numeric,
                       t.requires_passing
                from unnest(?::text[], ?::text[], ?::bool[], ?::bool[], ?::bool[], ?::bool[], ?::bool[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::int[], ?::int[], ?::text[], ?::bool[])
                     as t (course_key, occurred_at, automatic, pdf, self, language, effort, mode, changed_by, change_reason,
                           cause_id, tag, weeks, hours, threshold, requires_passing)
                """,
                Column.texts(versions, RunVersion::courseKey),
                Column.texts(versions, version -> version.policy().occurredAt()),
                Column.flags(versions, version -> version.policy().automaticGeneration()),
                Column.flags(versions, version -> version.policy().pdfGeneration()),
                Column.flags(versions, version -> version.policy().selfGenerationEnabled()),
                Column.flags(versions, version -> version.policy().languageSpecificTemplatesEnabled()),
                Column.flags(versions, version -> version.policy().includeHoursOfEffort()),
                Column.texts(
                        versions,
                        version -> version.policy().mode() == null
                                ? null
                                : version.policy().mode().slug()),
                Column.texts(versions, version -> version.cause().by()),
                Column.texts(versions, version -> version.cause().reason()),
                Column.texts(versions, version -> version.cause().id()),
                Column.texts(versions, version -> version.policy().catalogue().language()),
                Column.integers(
                        versions, version -> version.policy().catalogue().weeksToComplete()),
                Column.integers(
                        versions, version -> version.policy().catalogue().maxEffort()),
                Column.texts(versions, version -> version.policy().completion().threshold()),
                Column.flags(versions, version -> version.policy().completion().requiresPassing()));
    }

    /** Adds a version of the deployment's policy. */
    public void append(SitePolicy policy, Cause cause) {
        sql.update(
                """
                insert into site_policy (occurred_at, html_certificates, identity_verification_required,
                    honor_certificates_disabled, automatic_generation, self_generation_enabled, custom_templates_enabled,
                    names_follow_profile, mode, changed_by, change_reason, cause_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                policy.occurredAt(),
                policy.htmlCertificates(),
                policy.identityVerificationRequired(),
                policy.honorCertificatesDisabled(),
                policy.automaticGeneration(),
                policy.selfGenerationEnabled(),
                policy.customTemplatesEnabled(),
                policy.namesFollowProfile(),
                policy.mode().slug(),
                cause.by(),
                cause.reason(),
                cause.id());
    }
}
