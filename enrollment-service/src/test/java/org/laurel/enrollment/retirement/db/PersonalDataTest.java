package org.laurel.enrollment.retirement.db;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.kit.retirement.PersonalData;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.erasure.PersonalColumnsContract;

/** A new column of words stands in the {@link PersonalData} of some feature or here, with the reason why it is harmless. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class PersonalDataTest extends PersonalColumnsContract {

    /** Ids, keys, codes and words of our own. */
    private static final Set<String> NAMES = Set.of(
            "learner_id",
            "course_key",
            "mode",
            "state",
            "source",
            "event_id",
            "cause_id",
            "correlation_id",
            "origin",
            "history_operation",
            "slug",
            "currency",
            "org",
            "course_id",
            "kind",
            "request_id",
            "assignment_type",
            "outcome",
            "problem",
            "subject",
            "format",
            "counts");

    private static final Set<String> MODE =
            Set.of("name", "suggested_prices", "description", "sku", "bulk_sku", "android_sku", "ios_sku");

    /** What authors write of course runs is theirs to keep free of learners; hashes of names name nobody. */
    private static final Map<String, Set<String>> COLUMNS = Map.ofEntries(
            Map.entry("learner", Set.of("certificates_visible_to")),
            Map.entry("learner_history", Set.of("certificates_visible_to")),
            Map.entry("course_run", Set.of("display_name", "certificates_display_behavior")),
            Map.entry("course_run_history", Set.of("display_name", "certificates_display_behavior")),
            Map.entry("course_mode", MODE),
            Map.entry("course_mode_history", MODE),
            Map.entry("course_role", Set.of("role")),
            Map.entry("course_role_history", Set.of("role")),
            Map.entry("cohort", Set.of("name")),
            Map.entry("cohort_history", Set.of("name")),
            Map.entry("cohort_membership", Set.of("cohort_name")),
            Map.entry("cohort_membership_history", Set.of("cohort_name")),
            Map.entry("user_group", Set.of("name")),
            Map.entry("user_group_history", Set.of("name")),
            Map.entry("preference", Set.of("key")),
            Map.entry("one_time_key", Set.of("hash", "purpose")),
            Map.entry("manual_enrollment", Set.of("state_transition")),
            Map.entry("bulk_enrollment", Set.of("action", "authority")),
            Map.entry(
                    "bulk_enrollment_row",
                    Set.of("before_state", "before_mode", "after_state", "after_mode", "state_transition")),
            Map.entry("data_import", Set.of("header")),
            Map.entry("data_import_part", Set.of("sha256")),
            Map.entry("retirement", Set.of("last_state", "original_digest", "retired_username", "retired_email")),
            Map.entry(
                    "retirement_history", Set.of("last_state", "original_digest", "retired_username", "retired_email")),
            Map.entry("erasure_report", Set.of("service")),
            Map.entry("reserved_name", Set.of("kind", "digest")),
            Map.entry("reserved_name_salt", Set.of("salt")));

    /** What each feature that keeps something of its own lists. */
    private static final List<PersonalData> FEATURES =
            List.of(new AddressPersonalData(), new BelongingPersonalData(), new EnrollmentPersonalData());

    PersonalDataTest() {
        super(
                FEATURES.stream()
                        .flatMap(feature -> feature.columns().stream())
                        .flatMap(entry -> entry.columns().stream().map(column -> entry.table() + "." + column))
                        .toList(),
                NAMES,
                COLUMNS);
    }
}
