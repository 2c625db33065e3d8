package org.laurel.completion.retirement.db;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.erasure.PersonalColumnsContract;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class PersonalDataTest extends PersonalColumnsContract {

    PersonalDataTest() {
        super(
                new CompletionPersonalData()
                        .columns().stream()
                                .flatMap(entry -> entry.columns().stream().map(column -> entry.table() + "." + column))
                                .toList(),
                Set.of("learner_id", "course_key", "block_key", "cause_id", "source", "event_id"),
                Map.ofEntries(
                        Map.entry("course_structure", Set.of("content_hash", "root", "blocks")),
                        Map.entry("course_run", Set.of("org", "display_name")),
                        Map.entry("block_types", Set.of("modes", "aggregated")),
                        Map.entry("enrollment", Set.of("mode")),
                        Map.entry("cohort_membership", Set.of("org", "cohort_name")),
                        Map.entry("course_role", Set.of("org", "role")),
                        Map.entry("learner_blocks", Set.of("parent", "selected", "releases")),
                        Map.entry("course_progress", Set.of("audience", "cohorts", "roles")),
                        Map.entry("completion_counter", Set.of("kind", "item", "cohorts", "roles")),
                        Map.entry("completion_counter_delta", Set.of("kind", "item", "cohorts", "roles")),
                        Map.entry("xapi_statement", Set.of("statement", "reason")),
                        Map.entry("verification", Set.of("numbers", "state", "counts")),
                        Map.entry("verification_left", Set.of("kind", "item")),
                        Map.entry("verification_watch", Set.of("turned_to")),
                        Map.entry("verification_difference", Set.of("kind", "item", "stored", "walked"))));
    }
}
