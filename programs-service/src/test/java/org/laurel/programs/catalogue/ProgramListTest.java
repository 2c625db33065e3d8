package org.laurel.programs.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.programs.catalogue.Calls.get;
import static org.laurel.programs.catalogue.Calls.learner;
import static org.laurel.programs.catalogue.Calls.put;
import static org.laurel.programs.catalogue.Calls.uuid;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

/** Lists of programs, narrowed down. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ProgramListTest {

    private static final String ORGANIZATION = uuid("listing-organization");
    private static final String COURSE = uuid("listing-course");
    private static final String EMPTY_COURSE = uuid("listing-course-without-runs");

    @BeforeEach
    void putFour() {
        put("programs/" + uuid("listing-a"), """
                {"title": "Listing 100%% A", "type_attrs": {"slug": "listing-Masters"}, "marketing_slug": "slug-of-listing-a",
                 "authoring_organizations": [{"key": "ListX", "uuid": "%s"}],
                 "courses": [{"uuid": "%s", "course_runs": [{"key": "course-v1:ListX+A+2026"}]}, {"uuid": "%s"}]}""".formatted(ORGANIZATION, COURSE, EMPTY_COURSE));
        put("programs/" + uuid("listing-b"), """
                {"title": "Listing 1000 B", "type": "Listing Masters", "hidden": true, "status": "retired",
                 "authoring_organizations": [{"key": "ListY"}],
                 "courses": [{"course_runs": [{"key": "course-v1:ListX+A+2026"}]}]}""");
        put("programs/" + uuid("listing-c"), "{\"title\": \"Listing C\", \"status\": \"unpublished\"}");
        put("programs/" + uuid("listing-d"), "{\"title\": \"Listing D\", \"status\": \"deleted\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "q, listing, ABC",
        "q, 100%, A",
        "q, slug-of-listing-A, A",
        "status, deleted, D",
        "status, 'Retired, unpublished', BC",
        "type, LISTING-MASTERS, AB",
        "type, 'listing-masters,other', AB",
        "organization, ListX, A",
        "organization, ListY, B",
        "course_key, course-v1:ListX+A+2026, AB",
        "course_key, course-v1:ListX+None+2026, ''",
        "hidden, false, AC",
        "hidden, true, B",
    })
    void narrowsDown(String parameter, String value, String titles) {
        // When
        var list =
                parameter.equals("q") ? get("programs", "q", value) : get("programs", parameter, value, "q", "listing");

        // Then
        list.statusCode(200).body("count", equalTo(titles.length()));
        assertThat(list.extract().jsonPath().getList("results.title", String.class))
                .extracting(title -> title.substring(title.length() - 1))
                .containsExactly(titles.isEmpty() ? new String[0] : titles.split(""));
    }

    @Test
    void findsByUuidsOfCoursesOrganisationsAndPrograms() {
        get("programs", "course", COURSE).body("results.title", contains("Listing 100% A"));
        get("programs", "course", EMPTY_COURSE).body("results.title", contains("Listing 100% A"));
        get("programs", "course", uuid("no-course")).body("results", hasSize(0));
        get("programs", "organization", ORGANIZATION).body("results.title", contains("Listing 100% A"));
        get("programs", "uuids", uuid("listing-c") + "," + uuid("listing-b") + "," + uuid("listing-d"))
                .body("results.title", contains("Listing 1000 B", "Listing C"));
    }

    @Test
    void leadsFromPageToPageByNumberAndByCursor() {
        // When
        var first = get("programs", "q", "listing", "page_size", 2);

        // Then
        first.statusCode(200)
                .body(
                        "count",
                        equalTo(3),
                        "num_pages",
                        equalTo(2),
                        "current_page",
                        equalTo(1),
                        "next",
                        containsString("page=2"),
                        "previous",
                        nullValue());
        get("programs", "q", "listing", "page_size", 2, "page", 2)
                .body("results.title", contains("Listing C"), "next_cursor", nullValue(), "start", equalTo(2));
        String cursor = first.extract().path("next_cursor");
        get("programs", "q", "listing", "page_size", 2, "cursor", cursor)
                .body("results.title", contains("Listing C"), "next_cursor", nullValue(), "num_pages", nullValue());
        get("programs", "q", "listing", "page_size", 2, "cursor", "").body("results", hasSize(2));
    }

    @ParameterizedTest
    @CsvSource({
        "status, gone, invalid_status",
        "uuids, 7, invalid_uuid",
        "course, 7, invalid_uuid",
        "course_key, 7, invalid_course_key",
        "hidden, maybe, invalid_hidden",
        "cursor, x, invalid_cursor",
        "page, 0, invalid_page",
        "page_size, 0, invalid_page",
        "page, 100000, page_too_deep",
        "page, x, unreadable_parameter"
    })
    void refusesConditionsThatMeanNothing(String parameter, String value, String errorCode) {
        get("programs", parameter, value).statusCode(400).body("error_code", equalTo(errorCode));
    }

    @Test
    void refusesTextThatNothingCanHold() {
        given().auth()
                .oauth2(Tokens.staff())
                .urlEncodingEnabled(false)
                .get(Calls.BASE + "programs?q=a%00b")
                .then()
                .statusCode(400);
    }

    @Test
    void isOpenToAnySignedInCaller() {
        learner().get(Calls.BASE + "programs").then().statusCode(200);
        learner().get(Calls.BASE + "programs/").then().statusCode(200);
    }

    /** One to count and one to read, however many programs there are. */
    @Test
    void takesTwoStatementsWhateverThePageHolds() {
        // Given
        StatementCount statements = CDI.current().select(StatementCount.class).get();

        // When
        long few = statements.during(() -> get("programs", "q", "listing", "page_size", 1));
        long many = statements.during(() -> get("programs", "page_size", 100));

        // Then
        assertThat(Map.of("few", few, "many", many)).isEqualTo(Map.of("few", 2L, "many", 2L));
    }
}
