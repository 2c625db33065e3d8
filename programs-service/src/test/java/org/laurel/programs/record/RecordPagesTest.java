package org.laurel.programs.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.People;
import org.laurel.programs.Story;

/** Records as pages and files. Source: programs, records. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RecordPagesTest {

    @Test
    void showsTheLearnerAllRecordsAndEachOfThem() {
        // Given
        RecordStory record = RecordStory.of("pown", List.of(List.of("A"), List.of("B")))
                .certified(1, "A")
                .graded("A", "0.825", "B+", 40);
        String path = "/records/programs/" + RecordStory.hex(record.story().program(1)) + "/";

        // When
        ValidatableResponse list = get(record.story().token(), "/records/");

        // Then
        list.statusCode(200)
                .contentType("text/html")
                .body(allOf(containsString("Program pown"), containsString(path), containsString("1 of 2 courses")));
        get(record.story().token(), path)
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", "private, no-cache")
                .body(allOf(
                        containsString("Ada Lovelace"),
                        containsString("user-pown@example.org"),
                        containsString("82.5 %"),
                        containsString("B+"),
                        containsString("Not earned yet"),
                        containsString("February 3, 2026")));
        get(record.story().token(), path.substring(0, path.length() - 1)).statusCode(200);
    }

    @Test
    void needsALoginForOwnPages() {
        // Given
        String path = "/records/programs/" + RecordStory.hex(new Story("plogin").program(1)) + "/";

        // When
        ValidatableResponse list = given().get("/records/").then();

        // Then
        list.statusCode(401).body("error_code", equalTo("unauthorized"));
        given().get(path).then().statusCode(401).body("error_code", equalTo("unauthorized"));
        given().get(path + "csv").then().statusCode(401).body("error_code", equalTo("unauthorized"));
        given().get(path + "pdf").then().statusCode(401).body("error_code", equalTo("unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "csv", "pdf"})
    void answers404ForWhatIsNotThere(String file) {
        // Given
        String unknown = "0".repeat(32);

        // When
        ValidatableResponse shared =
                given().get("/records/programs/shared/" + unknown + "/" + file).then();

        // Then
        shared.statusCode(404).contentType("text/html").body(containsString("Nothing to see here"));
        given().get("/records/programs/shared/x/" + file)
                .then()
                .statusCode(404)
                .body(containsString("Nothing to see here"));
        get(Tokens.staff(), "/records/programs/" + unknown + "/" + file)
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("Nothing to see here"));
        get(Tokens.staff(), "/records/programs/x/" + file).statusCode(404).body(containsString("Nothing to see here"));
    }

    @Test
    void showsEverybodyASharedRecordWithoutTheAddress() {
        // Given
        RecordStory record = RecordStory.of("pshared", List.of(List.of("A"))).certified(2, "A");
        String link = record.shared();

        // When
        ValidatableResponse page = given().get(link).then();

        // Then
        page.statusCode(200)
                .body(allOf(
                        containsString("Ada Lovelace"),
                        containsString("Completed"),
                        not(containsString("@example.org"))));
        given().auth().oauth2(record.story().token()).get(link).then().body(not(containsString("@example.org")));
        given().get(link + "csv").then().body(not(containsString("@example.org")));
    }

    @Test
    void writesATableOfQuotedCells() {
        // Given
        RecordStory record = RecordStory.of("pcsv", List.of(List.of("A"), List.of("B")))
                .certified(1, "A")
                .graded("A", "0.82", "B", 40);

        // When
        ValidatableResponse csv = given().get(record.shared() + "csv").then();

        // Then
        csv.statusCode(200)
                .contentType("text/csv")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Disposition", containsString("\"user-pcsv_program_pcsv_grades.csv\""));
        assertThat(csv.extract().asString())
                .isEqualTo("""
                "Program Name","Program pcsv"
                "Platform Provider","Laurel"
                "Authoring Organization(s)","University of pcsv"
                "Learner Name","Ada Lovelace"
                "Username","user-pcsv"
                ""
                "Course Name","School","Attempts","Course ID","Issue Date","Percent Grade","Letter Grade"
                "Course","School","1","%s","2026-02-03T04:10:00Z","0.8200","B"
                "Course","School","0","","","",""
                """.formatted(record.story().course("A")).replace("\n", "\r\n"));
        get(record.story().token(), "/records/programs/" + record.story().program(1) + "/csv")
                .statusCode(200)
                .body(containsString("\"Email\",\"user-pcsv@example.org\""));
    }

    @Test
    void keepsFormulasAndMarkupOut() {
        // Given
        Story story = new Story("pevil");
        People.introduce(story, "=cmd|' /C calc'!A0 <b>");
        RecordStory record = new RecordStory(story);
        story.put(1, story.document(1, List.of(List.of("A"))).replace("Program pevil", "@SUM(1) <script>\\u0001\\\"x"))
                .statusCode(201);
        String link = record.shared();

        // When
        ValidatableResponse csv = given().get(link + "csv").then();

        // Then
        csv.statusCode(200).body(allOf(containsString("\"'=cmd|"), containsString("\"'@SUM(1)")));
        assertThat(csv.extract().header("Content-Disposition"))
                .doesNotContain("\u0001")
                .contains("filename*=UTF-8''");
        given().get(link)
                .then()
                .statusCode(200)
                .body(allOf(not(containsString("<script>")), not(containsString("<b>"))));
        given().get(link + "pdf").then().statusCode(200).contentType("application/pdf");
    }

    @Test
    void writesAFileThatIsTheSameToTheByte() throws IOException {
        // Given
        RecordStory record = RecordStory.of("ppdf", List.of(List.of("A"), List.of("B")))
                .certified(1, "A")
                .graded("A", "0.82", "B", 40);
        String link = record.shared();

        // When
        ValidatableResponse pdf = given().get(link + "pdf").then();

        // Then
        pdf.statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("\"user-ppdf_program_ppdf_grades.pdf\""));
        byte[] content = pdf.extract().asByteArray();
        assertThat(given().get(link + "pdf").asByteArray()).isEqualTo(content);
        assertThat(text(content))
                .contains("Program ppdf", "Ada Lovelace", "82 %", "Not earned yet", "Page 1 of 1")
                .doesNotContain("@example.org");
        byte[] own = get(
                        record.story().token(),
                        "/records/programs/" + record.story().program(1) + "/pdf")
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(text(own)).contains("user-ppdf@example.org");
    }

    @Test
    void spreadsLongRecordsOverPages() throws IOException {
        // Given
        List<List<String>> courses = java.util.stream.IntStream.range(0, 60)
                .mapToObj(i -> List.of("R" + i))
                .toList();
        RecordStory record = RecordStory.of("plong", courses);

        // When
        byte[] content = given().get(record.shared() + "pdf").asByteArray();

        // Then
        try (PDDocument document = Loader.loadPDF(content)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
        }
        assertThat(text(content).split("Attempts", -1).length).isGreaterThan(2);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }
}
