package org.laurel.programs.configuration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.programs.configuration.StaffCalls.delete;
import static org.laurel.programs.configuration.StaffCalls.get;
import static org.laurel.programs.configuration.StaffCalls.patch;
import static org.laurel.programs.configuration.StaffCalls.post;
import static org.laurel.programs.configuration.StaffCalls.put;
import static org.laurel.programs.configuration.StaffCalls.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Refusals;
import org.laurel.programs.Story;

/** Signatories by REST, and their pictures for everybody. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class SignatoryResourceTest {

    private static final String LIST = "/api/programs/v1/signatories";
    private static final String PATH = LIST + "/{id}";
    private static final String PICTURE = PATH + "/image";

    @Test
    void makesAndChangesASignatory() {
        // Given
        int id = make("Grace Hopper");

        // When
        var changed = put(PATH, """
                {"name": "Grace B. Hopper", "title": "Rear Admiral", "organization_name_override": "Navy"}""", id);
        var patched = patch(PATH, "{\"organization_name_override\": null}", id);

        // Then
        changed.statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("name", equalTo("Grace B. Hopper"))
                .body("organization_name_override", equalTo("Navy"))
                .body("image", nullValue());
        patched.statusCode(200).body("title", equalTo("Rear Admiral")).body("organization_name_override", nullValue());
        get(PATH + "/history", id)
                .body("results.version", contains(3, 2, 1))
                .body("results.organization_name_override[1]", equalTo("Navy"));
    }

    @Test
    void servesAPictureToEverybody() {
        // Given
        int id = make("Ada");
        byte[] png = picture("png", 200, 60);

        // When
        ValidatableResponse answer = draw(id, "application/octet-stream", png);

        // Then
        String image =
                answer.statusCode(200).body("version", equalTo(2)).extract().path("image");
        assertThat(image).matches(".*/credentials/signatories/" + id + "/[0-9a-f]{64}\\.png");
        String path = URI.create(image).getPath();
        byte[] served = given().get(path)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Cache-Control", equalTo("public, max-age=86400, immutable"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; sandbox"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .extract()
                .asByteArray();
        assertThat(served).isEqualTo(png);
        String tag = given().get(path).getHeader("ETag");
        given().header("If-None-Match", tag).get(path).then().statusCode(304);
    }

    @Test
    void aReplacedPictureIsGone() {
        // Given
        int id = make("Alan");
        String first = draw(id, "image/png", picture("png", 31, 7)).extract().path("image");

        // When
        ValidatableResponse answer = draw(id, "image/jpeg", picture("jpg", 30, 10));

        // Then
        answer.statusCode(200).body("image", endsWith(".jpg"));
        given().get(URI.create(first).getPath())
                .then()
                .statusCode(404)
                .body("error_code", equalTo("picture_not_found"));
        delete(PICTURE, id).statusCode(200).body("image", nullValue(), "version", equalTo(4));
        String hash = first.substring(first.lastIndexOf('/') + 1, first.lastIndexOf('.'));
        assertThat(Database.current().query("select 1 from signatory_image where sha256 = ?", hash))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoPictureWhateverItIsCalled() {
        // Given
        int id = make("Edsger");
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);
        byte[] torn = Arrays.copyOf(picture("png", 40, 40), 12);

        // Then
        draw(id, "image/png", svg).statusCode(415).body("error_code", equalTo("picture_type_not_allowed"));
        draw(id, "image/png", torn).statusCode(415);
        draw(id, "image/png", new byte[] {(byte) 0x89, 'P'}).statusCode(415);
        draw(id, "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})
                .statusCode(415)
                .body("error_code", equalTo("picture_type_not_allowed"));
        draw(id, "image/png", picture("png", 2001, 2000)).statusCode(415);
        draw(id, "image/svg+xml", svg).statusCode(415);
        draw(id, "image/png", new byte[0]).statusCode(400).body("error_code", equalTo("picture_missing"));
        draw(id, "image/png", Arrays.copyOf(picture("png", 4, 4), 250 * 1024 + 1))
                .statusCode(413)
                .body("error_code", equalTo("picture_too_large"));
        draw(id, "image/png", Arrays.copyOf(picture("png", 4, 4), 250 * 1024)).statusCode(200);
    }

    @Test
    void deletesOnlyThoseWhoSignNothing() {
        // Given
        Story story = new Story("signed");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        int id = given().auth()
                .oauth2(Tokens.service())
                .contentType("application/json")
                .body("{\"name\": \"Barbara\", \"title\": \"Dean\"}")
                .post(LIST)
                .path("id");
        String configuration = "/api/programs/v1/programs/{uuid}/certificate-configuration";
        patch(configuration, "{\"signatories\": [%d], \"is_active\": false}".formatted(id), story.program(1))
                .statusCode(200);

        // When
        ValidatableResponse refused = delete(PATH, id);
        patch(configuration, "{\"signatories\": []}", story.program(1)).statusCode(200);
        ValidatableResponse done = delete(PATH, id);

        // Then
        refused.statusCode(409).body("error_code", equalTo("signatory_in_use"));
        done.statusCode(204);
        get(PATH, id).statusCode(404).body("error_code", equalTo("signatory_not_found"));
        get(PATH + "/history", id)
                .body("results.history_type", contains("-", "+"))
                .body("results.changed_by", contains("staff", "service"));
        delete(PATH, id).statusCode(404);
        patch(PATH, "{}", id).statusCode(404);
    }

    @Test
    void honoursIfMatch() {
        // Given
        int id = make("Donald");

        // Then
        staff().header("If-Match", "\"9\"")
                .body("{\"title\": \"X\"}")
                .patch(PATH, id)
                .then()
                .statusCode(412);
        staff().header("If-Match", "\"9\"").delete(PATH, id).then().statusCode(412);
        staff().header("If-Match", "\"1\"")
                .body("{\"title\": \"X\"}")
                .patch(PATH, id)
                .then()
                .statusCode(200);
        staff().header("If-None-Match", "\"2\"").get(PATH, id).then().statusCode(304);
        staff().header("If-None-Match", "\"1\"")
                .get(PATH, id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("name", equalTo("Donald"), "title", equalTo("X"));
    }

    @Test
    void drawsForNobodyWhoIsNotThereOrWasChanged() {
        // Given
        int id = make("Kurt");
        RequestSpecification stale = given().auth()
                .oauth2(Tokens.staff())
                .header("If-Match", "\"9\"")
                .contentType("image/png");

        // When
        ValidatableResponse late =
                stale.body(picture("png", 5, 5)).put(PICTURE, id).then();

        // Then
        Refusals.assertRefused(late, "412 version_changed");
        Refusals.assertRefused(draw(999_999_999, "image/png", picture("png", 5, 5)), "404 signatory_not_found");
        Refusals.assertRefused(draw(id, "image/png", new byte[0]), "400 picture_missing");
        Refusals.assertRefused(draw(id, "image/svg+xml", new byte[] {1}), "415 unsupported_media_type");
    }

    @Test
    void theHistoryShowsEachVersionOnceAndGoesOnByCursor() {
        // Given
        int id = make("Emmy");
        patch(PATH, "{\"title\": \"Privatdozentin\"}", id).statusCode(200);
        Database.current().execute("update signatory set changed_by = 'l-1' where signatory_id = ?", id);

        // When
        ValidatableResponse first =
                staff().queryParam("limit", 1).get(PATH + "/history", id).then();

        // Then
        first.body("results.version", contains(2), "results.history_type", contains("~"));
        staff().queryParam("cursor", first.extract().<String>path("next_cursor"))
                .get(PATH + "/history", id)
                .then()
                .body("results.version", contains(1), "next_cursor", nullValue());
    }

    @Test
    void lists() {
        // Given
        int id = make("Margaret");
        int next = make("Hamilton");

        // When
        var answer = staff().queryParam("cursor", id - 1).queryParam("limit", 1).get(LIST);

        // Then
        answer.then().statusCode(200).body("results.id", contains(id), "next_cursor", equalTo(String.valueOf(id)));
        staff().queryParam("cursor", id).queryParam("limit", 1).get(LIST).then().body("results.id", contains(next));
    }

    @Test
    void namesEverythingThatIsWrong() {
        // When
        ValidatableResponse answer =
                post(LIST, "{\"name\": \" \", \"organization_name_override\": \"%s\"}".formatted("x".repeat(256)));

        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("invalid_signatory"))
                .body("violations.field", containsInAnyOrder("name", "title", "organization_name_override"));
    }

    @Test
    void isForStaffAndServiceClients() {
        given().auth().oauth2(Tokens.learner("id-x", "x")).get(LIST).then().statusCode(403);
        given().auth().oauth2(Tokens.service()).get(LIST).then().statusCode(200);
    }

    private static int make(String name) {
        return post(LIST, "{\"name\": \"%s\", \"title\": \"Dean\"}".formatted(name))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse draw(int id, String type, byte[] content) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType(type)
                .body(content)
                .put(PICTURE, id)
                .then();
    }

    private static byte[] picture(String format, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
