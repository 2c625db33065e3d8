package org.laurel.programs.retirement.db;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.erasure.PersonalColumnsContract;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class PersonalDataTest extends PersonalColumnsContract {

    private static final Set<String> ORGANIZATION =
            Set.of("key", "name", "logo_image_url", "certificate_logo_image_url");
    /** Institutions and how they are reached. */
    private static final Set<String> PATHWAY =
            Set.of("name", "org_name", "email", "description", "destination_url", "pathway_type", "program_uuids");

    /** Who signs does so in public, as an officer of the organisation. */
    private static final Set<String> SIGNATORY =
            Set.of("name", "title", "organization_name_override", "image_sha256", "image_type");

    private static final Set<String> COURSE_CERTIFICATE =
            Set.of("certificate_type", "dated_source", "dated_id", "set_id");

    private static final Set<String> LTI = Set.of("kind", "provider_type", "lti_version", "launch_url");
    private static final Set<String> TEMPLATE =
            Set.of("identifier", "subject_template", "html_template", "plaintext_template");

    PersonalDataTest() {
        super(
                new ProgramsPersonalData()
                        .columns().stream()
                                .flatMap(entry -> entry.columns().stream().map(column -> entry.table() + "." + column))
                                .toList(),
                Set.of("learner_id", "course_key", "mode", "status", "cause_id", "history_operation", "reason"),
                Map.ofEntries(
                        Map.entry("grade", Set.of("letter_grade", "source", "event_id")),
                        Map.entry("grade_history", Set.of("letter_grade", "source", "event_id")),
                        Map.entry("program", Set.of("title", "type", "document", "outline", "requirements")),
                        Map.entry("program_history", Set.of("title", "type", "document", "requirements")),
                        Map.entry("repair", Set.of("programs", "course_runs", "state", "counts")),
                        Map.entry("repair_sample", Set.of("kind")),
                        Map.entry("repair_failure", Set.of("error")),
                        Map.entry("program_course_run", Set.of("course_title", "run_uuid")),
                        Map.entry("organization", ORGANIZATION),
                        Map.entry("organization_history", ORGANIZATION),
                        Map.entry("pathway", PATHWAY),
                        Map.entry("pathway_history", PATHWAY),
                        Map.entry("catalogue_import", Set.of("state", "counts")),
                        Map.entry("catalogue_import_part", Set.of("sha256")),
                        Map.entry("catalogue_import_item", Set.of("kind", "content", "outcome", "code", "violations")),
                        Map.entry("credential_order", Set.of("subject")),
                        Map.entry("credential_order_history", Set.of("subject")),
                        Map.entry("pending_award", Set.of("subject", "obstacle")),
                        Map.entry("course_credential", Set.of("basis")),
                        Map.entry("course_credential_history", Set.of("basis")),
                        Map.entry("program_credential", Set.of("automatic_status", "automatic_reason")),
                        Map.entry("program_credential_history", Set.of("automatic_status", "automatic_reason")),
                        Map.entry("course_run", Set.of("display_name", "org", "certificates_display_behavior")),
                        Map.entry("course_mode", Set.of("slug", "name", "currency")),
                        Map.entry("program_certificate", Set.of("title", "signatories", "language")),
                        Map.entry("program_certificate_history", Set.of("title", "signatories", "language")),
                        Map.entry("signatory", SIGNATORY),
                        Map.entry("signatory_history", SIGNATORY),
                        Map.entry("signatory_image", Set.of("sha256", "content")),
                        Map.entry("course_certificate", COURSE_CERTIFICATE),
                        Map.entry("course_certificate_history", COURSE_CERTIFICATE),
                        Map.entry("program_lti", LTI),
                        Map.entry("program_lti_history", LTI),
                        Map.entry("program_lti_secret", Set.of("kind", "launch_key", "launch_secret")),
                        Map.entry("completion_mail", Set.of("outcome")),
                        Map.entry("completion_mail_template", TEMPLATE),
                        Map.entry("completion_mail_template_history", TEMPLATE),
                        Map.entry("course_date_told", Set.of("dated_source", "dated_id")),
                        Map.entry("course_date", Set.of("dated_source", "dated_id"))));
    }
}
