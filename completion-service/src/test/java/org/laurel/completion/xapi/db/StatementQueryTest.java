package org.laurel.completion.xapi.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.xapi.db.StatementQuery.Backlog;
import org.laurel.kit.test.Database;

/** How delivery does is read from a few pages of the queue, whatever its length. */
@QuarkusTest
class StatementQueryTest {

    @Inject
    StatementQuery statements;

    @AfterEach
    void empty() {
        Database.current().execute("truncate xapi_statement");
    }

    @Test
    void countsNoFurtherThanItSays() {
        // Given
        Database.current().execute("""
                insert into xapi_statement (statement_id, statement, created_at)
                select gen_random_uuid(), '{}', now() - case when n = 1 then interval '2 days' else interval '1 day' end
                from generate_series(1, ? + 5) n
                """, StatementQuery.MOST);

        // When
        Backlog backlog = statements.backlog();

        // Then
        assertThat(backlog.waiting()).isEqualTo(StatementQuery.MOST);
        assertThat(backlog.oldestSeconds()).isBetween(172_800L, 180_000L);
        assertThat(backlog.setAside()).isZero();
    }
}
