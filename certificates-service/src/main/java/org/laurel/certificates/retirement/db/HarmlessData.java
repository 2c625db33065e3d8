package org.laurel.certificates.retirement.db;

import java.util.Map;
import java.util.Set;

/**
 * Columns that could hold personal data by their type and do not, by table. What authors write about courses and how
 * certificates look is theirs to keep free of learners; generated files are released by their owners; modes are changed by
 * other systems only; generation runs keep learner ids; who visited a page is a digest with a salt of
 * the day.
 */
final class HarmlessData {

    /** Columns of these names are harmless in every table: ids, keys, codes and words of our own. */
    static final Set<String> NAMES = Set.of(
            "learner_id",
            "course_key",
            "verify_uuid",
            "mode",
            "status",
            "state",
            "kind",
            "source",
            "cause_id",
            "history_operation",
            "grade",
            "sha256",
            "media_type",
            "language",
            "org",
            "organization",
            "counts",
            "currency",
            "request_id",
            "mode_slug");

    /** The others, by table. */
    static final Map<String, Set<String>> COLUMNS = Map.ofEntries(
            Map.entry("certificate", Set.of("reason", "generation_mode")),
            Map.entry("certificate_history", Set.of("reason", "generation_mode")),
            Map.entry("standing", Set.of("pending", "folded_source")),
            Map.entry("course_completion", Set.of("event_id")),
            Map.entry("learner_fact", Set.of("event_id", "visible_to")),
            Map.entry("render_request", Set.of("action")),
            Map.entry("course_settings", Set.of("display_behavior", "display_name")),
            Map.entry("course_mode_list", Set.of("changed_by", "change_reason")),
            Map.entry("course_mode_list_history", Set.of("changed_by", "change_reason")),
            Map.entry("course_mode", Set.of("slug", "name", "changed_by", "change_reason")),
            Map.entry("course_mode_history", Set.of("slug", "name", "changed_by", "change_reason")),
            Map.entry("course_role", Set.of("role")),
            Map.entry("course_configuration", Set.of("document")),
            Map.entry("stored_file", Set.of("content")),
            Map.entry("stored_file_owner", Set.of("owner")),
            Map.entry("template_version", Set.of("text")),
            Map.entry("certificate_template", Set.of("name", "description")),
            Map.entry("certificate_template_history", Set.of("name", "description")),
            Map.entry("certificate_template_asset", Set.of("description", "asset_slug", "file_name")),
            Map.entry("certificate_template_asset_history", Set.of("description", "asset_slug", "file_name")),
            Map.entry(
                    "example_certificate",
                    Set.of("uuid", "description", "full_name", "template", "error_reason", "download_url")),
            Map.entry("certificate_invalidation", Set.of("invalidated_by_id")),
            Map.entry("certificate_invalidation_history", Set.of("invalidated_by_id")),
            Map.entry("evidence_visit", Set.of("viewer")),
            Map.entry("generation_run", Set.of("input")),
            Map.entry("generation_run_failure", Set.of("error")),
            Map.entry("legacy_import", Set.of("format", "header")),
            Map.entry("legacy_import_row", Set.of("problem", "outcome")),
            Map.entry("legacy_import_problem", Set.of("code")));

    private HarmlessData() {}
}
