package org.laurel.enrollment.importing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.enrollment.importing.Imports.CSV;
import static org.laurel.enrollment.importing.Imports.imported;
import static org.laurel.enrollment.importing.Imports.rows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;

/** A row that the database refuses costs nobody but itself. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class FailingRowTest {

    private final Scene scene = new Scene();

    @Test
    void aRowThatFailsIsRefusedAndTheOthersAreTaken() {
        // Given When
        ValidatableResponse report = importedUnderCheck("test_failing_row");

        // Then
        report.body("state", equalTo("done"), "counts", equalTo(Map.of("created", 2)))
                .body("refused", equalTo(Map.of("undecidable", 1)));
        rows(report, "").body("results.outcome", contains("created", "refused", "created"));
    }

    /** What another transaction takes between our look and our write shows in the name of the violated index alone. */
    @ParameterizedTest
    @CsvSource({"learner_username_taken_meanwhile, username_taken", "learner_email_taken_meanwhile, email_taken"})
    void aNameThatSomebodyTakesMeanwhileIsTaken(String constraint, String code) {
        // Given When
        ValidatableResponse report = importedUnderCheck(constraint);

        // Then
        report.body("counts", equalTo(Map.of("created", 2)), "refused", equalTo(Map.of(code, 1)));
    }

    /** Imports three learners, the second of whom a constraint of this name forbids. */
    private ValidatableResponse importedUnderCheck(String constraint) {
        Database database = Database.current();
        database.execute("alter table learner add constraint " + constraint + " check (username <> '"
                + scene.username("bob") + "') not valid");
        try {
            return imported(CSV, "?kind=learners", "learner_id,username\n" + row("ada") + row("bob") + row("eve"));
        } finally {
            database.execute("alter table learner drop constraint " + constraint);
        }
    }

    private String row(String name) {
        return scene.id(name) + "," + scene.username(name) + "\n";
    }
}
