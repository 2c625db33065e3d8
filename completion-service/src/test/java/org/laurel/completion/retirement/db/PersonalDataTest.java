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
                Map.of(
                        "course_structure",
                        Set.of("content_hash", "root", "blocks"),
                        "course_run",
                        Set.of("org", "display_name"),
                        "block_types",
                        Set.of("modes", "aggregated"),
                        "enrollment",
                        Set.of("mode"),
                        "cohort_membership",
                        Set.of("org", "cohort_name"),
                        "course_role",
                        Set.of("org", "role"),
                        "learner_blocks",
                        Set.of("parent", "selected", "releases"),
                        "course_progress",
                        Set.of("audience", "cohorts", "roles"),
                        "completion_counter",
                        Set.of("kind", "item", "cohorts", "roles"),
                        "completion_counter_delta",
                        Set.of("kind", "item", "cohorts", "roles")));
    }
}
