package org.laurel.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.sample.KitDatabase;

/** Daily partitions of the inbox come and go. */
class InboxRotationTest {

    private static final LocalDate TODAY = LocalDate.of(2031, 3, 10);

    private Database database;

    @BeforeEach
    void prepare() {
        database = KitDatabase.fresh().database();
    }

    @Test
    void createsThePartitionsAroundTodayAndDropsThoseThatHaveServed() {
        // Given
        rotate(TODAY);

        // When
        rotate(TODAY.plusDays(29));

        // Then
        assertThat(partitions())
                .containsExactly(
                        "inbox_20310311",
                        "inbox_20310312",
                        "inbox_20310407",
                        "inbox_20310408",
                        "inbox_20310409",
                        "inbox_20310410");
    }

    @Test
    void runningAgainChangesNothing() {
        // Given
        rotate(TODAY);
        claim("a", TODAY);

        // When
        rotate(TODAY);

        // Then
        assertThat(partitions()).hasSize(4);
        assertThat(database.count("inbox_20310310")).isEqualTo(1);
    }

    @Test
    void anEventOfADayWithoutPartitionIsKeptUntilItsClaimHasServed() {
        // Given
        claim("strange", TODAY.minusDays(400), TODAY.minusDays(28));
        claim("old", TODAY.minusDays(20), TODAY.minusDays(29));

        // When
        rotate(TODAY);

        // Then
        assertThat(database.query("select event_id from inbox"))
                .extracting(row -> row.get("event_id"))
                .containsExactly("strange");
    }

    @Test
    void aDayWhoseEventsCameBeforeItsPartitionStaysWhereTheyAre() {
        // Given
        claim("early", TODAY);

        // When
        rotate(TODAY);

        // Then
        assertThat(partitions()).doesNotContain("inbox_20310310").contains("inbox_20310311");
        claim("later", TODAY);
        assertThat(database.count("inbox_other")).isEqualTo(2);
    }

    @Test
    void aClaimRemembersItsDay() {
        // Given
        String insert = "insert into inbox values ('kit', '/platform', 'today', ?, 1)";

        // When
        database.execute(insert, TODAY);

        // Then
        assertThat(database.value("select (now() at time zone 'utc')::date - claimed_date from inbox"))
                .isIn("0", "1");
    }

    private void rotate(LocalDate today) {
        database.query("select inbox_rotate(28, ?)", today);
    }

    private void claim(String id, LocalDate day) {
        claim(id, day, TODAY);
    }

    private void claim(String id, LocalDate publishedOn, LocalDate claimed) {
        database.execute("insert into inbox values ('kit', '/platform', ?, ?, 1, ?)", id, publishedOn, claimed);
    }

    private List<Object> partitions() {
        return database.query("""
                        select inhrelid::regclass::text as name from pg_inherits
                        where inhparent = 'inbox'::regclass and inhrelid::regclass::text like 'inbox\\_2031%' order by 1
                        """).stream()
                .map(row -> java.util.Objects.requireNonNull(row.get("name")))
                .toList();
    }
}
