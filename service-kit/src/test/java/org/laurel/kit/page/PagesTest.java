package org.laurel.kit.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.record;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.consume.EventBatch;
import org.laurel.kit.problem.ProblemException;
import org.laurel.sample.KitTest;

/** The three envelopes of lists. */
@KitTest
class PagesTest {

    private static final String PATH = "/api/tally/v1/learners";

    @Inject
    EventBatch batch;

    private final String prefix = UUID.randomUUID().toString();

    @BeforeEach
    void fiveTallies() {
        batch.handle(IntStream.rangeClosed(1, 5)
                .mapToObj(i -> record(added(prefix + "-" + i, i)))
                .toList());
    }

    @Test
    void aFlatPageInTheMiddleNamesItsNeighbours() {
        // Given
        var request = given().queryParam("prefix", prefix).queryParam("page", 2);

        // When
        ValidatableResponse answer = request.get(PATH).then();

        // Then
        answer.body("count", equalTo(5))
                .body("num_pages", equalTo(3))
                .body("current_page", equalTo(2))
                .body("start", equalTo(2))
                .body("results.total", equalTo(List.of(3, 4)));
        String next = answer.extract().path("next");
        String previous = answer.extract().path("previous");
        assertThat(next).contains("prefix=" + prefix);
        given().get(PublicUrl.pathOf(URI.create(next)))
                .then()
                .body("results.total", equalTo(List.of(5)))
                .body("next", nullValue());
        given().get(PublicUrl.pathOf(URI.create(previous)))
                .then()
                .body("results.total", equalTo(List.of(1, 2)))
                .body("previous", nullValue());
    }

    @Test
    void anEmptyListHasOnePage() {
        // Given
        var request = given().queryParam("prefix", "nobody-" + prefix);

        // When
        ValidatableResponse answer = request.get(PATH).then();

        // Then
        answer.body("count", equalTo(0))
                .body("num_pages", equalTo(1))
                .body("next", nullValue())
                .body("results", equalTo(List.of()));
    }

    @Test
    void aDoublePageSaysEverythingTwice() {
        // Given
        var request = given().queryParam("prefix", prefix);

        // When
        ValidatableResponse answer = request.get(PATH + "/double").then();

        // Then
        answer.body("count", equalTo(5))
                .body("pagination.count", equalTo(5))
                .body("num_pages", equalTo(3))
                .body("pagination.num_pages", equalTo(3))
                .body("current_page", equalTo(1))
                .body("pagination.current_page", equalTo(1))
                .body("page", equalTo(1), "pagination.page", equalTo(1))
                .body("start", equalTo(0))
                .body("pagination.start", equalTo(0))
                .body("next", containsString("page=2"))
                .body("pagination.next", containsString("page=2"))
                .body("next_cursor", nullValue())
                .body("results.total", equalTo(List.of(1, 2)));
    }

    @Test
    void aCursorPageAsksForOneMoreThanItShows() {
        // Given
        List<Integer> oneMore = List.of(1, 2, 3);

        // When
        CursorPage<Integer> page = CursorPage.of(oneMore, 2, String::valueOf);

        // Then
        assertThat(page).isEqualTo(new CursorPage<>(List.of(1, 2), "2"));
        assertThat(CursorPage.of(List.of(1, 2), 2, String::valueOf).nextCursor())
                .isNull();
    }

    @Test
    void aPageRequestHasItsLimits() {
        // Given
        PageRequest usual = PageRequest.of(null, null, 20, 100);

        // When
        PageRequest large = PageRequest.of(3, 5_000, 20, 100);

        // Then
        assertThat(usual).isEqualTo(new PageRequest(1, 20));
        assertThat(large).isEqualTo(new PageRequest(3, 100));
        assertThat(large.offset()).isEqualTo(200);
        assertThat(PageRequest.of(100, 100, 20, 100).offset()).isEqualTo(9_900);
        assertThatThrownBy(() -> PageRequest.of(101, 100, 20, 100))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("10000 items")
                .hasMessageNotContaining("cursor");
        assertThatThrownBy(() -> PageRequest.of(Integer.MAX_VALUE, 100, 20, 100))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> PageRequest.of(1, 0, 20, 100)).isInstanceOf(ProblemException.class);
    }
}
