package org.laurel.programs.credential.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.credential.domain.CredentialFilter;
import org.laurel.programs.credential.domain.CredentialPlace;

/** How the database finds a page of the credentials, wherever it can choose. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CredentialPagesTest {

    private static final String COURSES = "course_credential_age";
    private static final String PROGRAMS = "program_credential_age";
    private static final UUID SOME = UUID.fromString("6f1d5c1e-0a5b-4a6c-9a3c-0b8f5d1f7a11");

    @Inject
    Sql sql;

    @Test
    void walksAllInTheOrderOfTimeAndStopsWhenThePageIsFull() {
        // Given
        CredentialFilter all = new CredentialFilter(null, null, null, null, null);

        // When
        String plan = plan(all, null);

        // Then
        assertThat(plan).contains(COURSES, PROGRAMS);
        assertThat(plan(all, new CredentialPlace(Instant.EPOCH, SOME))).contains(COURSES, PROGRAMS);
    }

    /** Who has one credential among millions is not found by a walk past all others. */
    @Test
    void findsThoseOfALearnerOrAProgramByTheirOwnIndexes() {
        // When
        String program = plan(new CredentialFilter(null, null, null, SOME, null), null);
        String learner = plan(new CredentialFilter(new LearnerId("7"), null, null, null, null), null);

        // Then
        assertThat(program).doesNotContain(COURSES, PROGRAMS);
        assertThat(learner).doesNotContain(COURSES, PROGRAMS);
    }

    private String plan(CredentialFilter filter, @Nullable CredentialPlace after) {
        CredentialConditions conditions = new CredentialConditions(filter, after, 20);
        return QuarkusTransaction.requiringNew().call(() -> {
            sql.update("set local enable_seqscan = off");
            return String.join(
                    "\n",
                    sql.query(
                            "explain select * from (" + conditions.sql()
                                    + ") c order by created_at, credential_uuid limit ?",
                            row -> row.getString(1),
                            conditions.arguments(20)));
        });
    }
}
