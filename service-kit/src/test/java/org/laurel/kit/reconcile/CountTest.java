package org.laurel.kit.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.kit.sql.Sql;
import org.laurel.sample.KitTest;

/** States are counted up to a number and for a time, however many there are. */
@KitTest
class CountTest {

    private static final Selection EVERYTHING = new Selection(null, List.of(), null, null);

    @Inject
    Sql sql;

    @Test
    void asManyAsAreCountedAreExact() {
        // Given
        Listing listing = states(Listings.MOST_COUNTED, "true");

        // When
        Listings.Count count = new Listings(sql).count(listing, EVERYTHING);

        // Then
        assertThat(count).isEqualTo(new Listings.Count(Listings.MOST_COUNTED, true));
    }

    @Test
    void ofMoreItIsSaidThatThereAreAtLeastAsMany() {
        // Given
        Listing listing = states(Listings.MOST_COUNTED + 1, "true");

        // When
        Listings.Count count = new Listings(sql).count(listing, EVERYTHING);

        // Then
        assertThat(count).isEqualTo(new Listings.Count(Listings.MOST_COUNTED, false));
    }

    @Test
    void whatCannotBeCountedInTimeIsNotWaitedFor() {
        // Given
        Listing listing = states(1_000, "pg_sleep(1) is not null");

        // When
        Listings.Count count = new Listings(sql, Duration.ofMillis(50)).count(listing, EVERYTHING);

        // Then
        assertThat(count).isEqualTo(new Listings.Count(0, false));
    }

    private static Listing states(int number, String holds) {
        return new Listing(
                "generate_series(1, " + number + ")",
                List.of(new Listing.Key("t", "int")),
                holds,
                null,
                null,
                "t between ? and ?");
    }
}
