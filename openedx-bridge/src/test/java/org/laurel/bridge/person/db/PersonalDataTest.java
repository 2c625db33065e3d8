package org.laurel.bridge.person.db;

import java.util.Map;
import java.util.Set;
import org.laurel.bridge.BridgeTest;
import org.laurel.kit.test.erasure.PersonalColumnsContract;

@BridgeTest
class PersonalDataTest extends PersonalColumnsContract {

    PersonalDataTest() {
        super(
                new BridgePersonalData()
                        .columns().stream()
                                .flatMap(entry -> entry.columns().stream().map(column -> entry.table() + "." + column))
                                .toList(),
                Set.of("learner_id", "course_key", "status", "cause_id"),
                Map.of(
                        "course_run", Set.of("display_name"),
                        "course_mode", Set.of("slug"),
                        // The source of an event, never a person: enrollment-service and others put people in no event.
                        "waiting_program",
                                Set.of("program_title", "program_type", "cause_by", "correlation_id", "origin"),
                        "heard_state", Set.of("kind", "subject", "author"),
                        "told_kind", Set.of("kind"),
                        "cohort_number", Set.of("name"),
                        "schema_id", Set.of("subject", "fingerprint"),
                        "writer_schema", Set.of("content")));
    }
}
