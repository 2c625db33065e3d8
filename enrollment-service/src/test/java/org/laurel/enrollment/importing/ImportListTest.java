package org.laurel.enrollment.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.laurel.enrollment.importing.Imports.CSV;
import static org.laurel.enrollment.importing.Imports.imported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.StatementCount;

/** Imports as they are listed. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ImportListTest {

    private final Scene scene = new Scene();

    @Inject
    StatementCount statements;

    @Test
    void aPageOfRunningImportsCostsNoMoreStatementsThanOne() {
        // Given
        List<Integer> ids = new ArrayList<>();
        for (String name : List.of("ada", "bob", "eve")) {
            String row = scene.id(name) + "," + scene.username(name);
            ids.add(imported(CSV, "?kind=learners", "learner_id,username\n" + row)
                    .extract()
                    .path("id"));
        }
        become("running", ids);

        // When
        long one = statements.during(() -> listed(1));
        long three = statements.during(() -> listed(3));

        // Then
        become("done", ids);
        assertThat(three).isEqualTo(one);
    }

    private static void listed(int limit) {
        Imports.get("?limit=" + limit).body("results", hasSize(limit));
    }

    private static void become(String state, List<Integer> ids) {
        ids.forEach(id -> Database.current().execute("update data_import set state = ? where id = ?", state, id));
    }
}
