package org.laurel.programs.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

/** Where many learners stand: an answer for each, and no more statements than for one. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class BulkStatusTest {

    private static final String PATH = "/bulk_learner_cert_status/";

    private final String word = UUID.randomUUID().toString().substring(0, 8);

    /** The description's row 54 fails the whole call; by decision each item has a result of its own. */
    @Test
    void anItemThatCannotBeAnsweredSaysWhyAndTouchesNoOther() {
        // Given
        Holder ada = Holder.of("bulk-a-" + word).certificate("A", "downloadable", null);
        Holder bob = Holder.of("bulk-b-" + word).certificate("B", "downloadable", null);
        List<Object> items = new ArrayList<>(Arrays.asList(
                ada.byName(List.of(ada.courseUuid()), List.of()),
                Map.of("username", "both", "lms_user_id", 5, "courses", List.of()),
                null,
                "text",
                Map.of("username", List.of()),
                Map.of("username", "nobody-" + word),
                bob.byName(List.of(), List.of(bob.story().course("B")))));
        items.add(Map.of("username", "much", "course_runs", Collections.nCopies(1_001, "r")));

        // When
        ValidatableResponse answer = Holder.post(PATH, Tokens.service(), items);

        // Then
        answer.statusCode(200)
                .body("", hasSize(8))
                .body("[0].username", equalTo(ada.story().username()))
                .body("[0].status[0].course_run.key", equalTo(ada.story().course("A")))
                .body("[0]", not(hasKey("error")))
                .body("[1].error", containsString("do not go together"))
                .body("[1].username", equalTo("both"))
                .body("[1].lms_user_id", equalTo(5))
                .body("[2].error", containsString("object"))
                .body("[2].username", nullValue())
                .body("[3].error", containsString("object"))
                .body("[4].error", containsString("wrong type"))
                .body("[5].status", hasSize(0))
                .body("[5]", not(hasKey("error")))
                .body("[6].status[0].course_run.key", equalTo(bob.story().course("B")))
                .body("[7].error", containsString("1000"));
    }

    @Test
    void asksTheDatabaseAsOftenForFortyLearnersAsForTwo() {
        // Given
        List<Holder> holders = IntStream.range(0, 40)
                .mapToObj(i -> Holder.of("bulk-" + i + "-" + word).certificate("A", "downloadable", null))
                .toList();
        List<Map<String, Object>> items = holders.stream()
                .map(holder -> holder.byName(
                        List.of(holder.courseUuid()), List.of(holder.story().course("A"))))
                .toList();

        // When
        long two = statements(items.subList(0, 2));
        long forty = statements(items);

        // Then
        assertThat(forty).isEqualTo(two).isLessThanOrEqualTo(4);
    }

    private static long statements(List<Map<String, Object>> items) {
        return CDI.current()
                .select(StatementCount.class)
                .get()
                .during(() -> Holder.post(PATH, Tokens.staff(), items)
                        .statusCode(200)
                        .body("status.flatten()", hasSize(items.size())));
    }

    @Test
    void takesNoMoreThanAThousandLearners() {
        // Given
        List<Map<String, String>> items = Collections.nCopies(1_001, Map.of("username", "ada"));

        // When
        ValidatableResponse answer = Holder.post(PATH, Tokens.staff(), items);

        // Then
        answer.statusCode(400).body("error_code", equalTo("too_many_items"));
        Holder.post(PATH, Tokens.staff(), items.subList(0, 1_000))
                .statusCode(200)
                .body("", hasSize(1_000));
        Holder.post(PATH, Tokens.staff(), List.of()).statusCode(200).body("", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"null, invalid_request", "{}, unreadable_body", "7, unreadable_body"})
    void refusesWhatIsNoList(String body, String code) {
        // Given a body of another form
        // When
        ValidatableResponse answer = Holder.post(PATH, Tokens.staff(), body);

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("error_code", equalTo(code));
    }

    @Test
    void isForStaffAndServiceClients() {
        // Given
        String token = Tokens.learner("l-" + word, "ada-" + word);

        // When
        ValidatableResponse answer = Holder.post(PATH, token, List.of());

        // Then
        answer.statusCode(403).body("error_code", equalTo("forbidden"));
    }
}
