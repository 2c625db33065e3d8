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

    PersonalDataTest() {
        super(
                new ProgramsPersonalData()
                        .columns().stream()
                                .flatMap(entry -> entry.columns().stream().map(column -> entry.table() + "." + column))
                                .toList(),
                Set.of("learner_id", "course_key", "mode", "status", "cause_id", "history_operation", "reason"),
                Map.of(
                        "program", Set.of("title", "type", "document"),
                        "program_history", Set.of("title", "type", "document"),
                        "program_course_run", Set.of("course_title"),
                        "course_run", Set.of("display_name", "org", "certificates_display_behavior"),
                        "course_mode", Set.of("slug", "name", "currency")));
    }
}
