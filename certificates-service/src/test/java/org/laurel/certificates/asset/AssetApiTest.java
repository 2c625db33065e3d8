package org.laurel.certificates.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.file.domain.ContentHash;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class AssetApiTest {

    private static final String BASE = "/api/certificates/v1/template-assets";

    private static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff());
    }

    private static RequestSpecification form(String fileName, byte[] content) {
        return staff().multiPart(new MultiPartSpecBuilder(content)
                .fileName(fileName)
                .controlName("file")
                .mimeType("application/octet-stream")
                .build());
    }

    private static ValidatableResponse upload(String slug, String fileName, byte[] content) {
        return form(fileName, content)
                .multiPart("asset_slug", slug)
                .multiPart("description", "Logo of all")
                .post(BASE)
                .then();
    }

    private static ValidatableResponse replace(int id, String tag, String fileName, byte[] content) {
        return form(fileName, content)
                .header("If-Match", tag)
                .put(BASE + "/" + id + "/file")
                .then();
    }

    @Test
    void servesAnUploadedPictureToEverybody() {
        // Given
        byte[] picture = Pictures.png(21, 11);
        int id = upload("served", "logo b.png", picture)
                .statusCode(201)
                .header("Location", containsString(BASE))
                .body("media_type", equalTo("image/png"), "size", equalTo(picture.length))
                .body("url", endsWith("/certificates/assets/served"))
                .extract()
                .path("id");

        // When
        ValidatableResponse answer = given().get("/certificates/assets/served").then();

        // Then
        String tag = answer.statusCode(200)
                .contentType("image/png")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Length", String.valueOf(picture.length))
                .header("Cache-Control", "public, max-age=300")
                .header("Content-Disposition", "inline; filename=\"logo_b.png\"; filename*=UTF-8''logo%20b.png")
                .extract()
                .header("ETag");
        assertThat(tag).isEqualTo("\"" + ContentHash.of(picture) + "\"");
        assertThat(answer.extract().asByteArray()).isEqualTo(picture);
        given().header("If-None-Match", tag)
                .get("/certificates/assets/served")
                .then()
                .statusCode(304)
                .header("ETag", tag);
        staff().get(BASE + "/" + id).then().statusCode(200).body("description", equalTo("Logo of all"));
        staff().get(BASE).then().body("results.asset_slug", hasItem("served"));
        given().get("/certificates/assets/unknown")
                .then()
                .statusCode(404)
                .body("error_code", equalTo("asset_not_found"));
    }

    @Test
    void keepsThePathForTheSameFileNameOnly() {
        // Given
        ValidatableResponse made =
                upload("paths", "a.png", Pictures.png(22, 11)).statusCode(201);
        int id = made.extract().path("id");
        String first = made.extract().header("ETag");

        // When
        ValidatableResponse same = replace(id, first, "a.png", Pictures.png(23, 11));
        String second = same.extract().header("ETag");
        ValidatableResponse other = replace(id, second, "b.png", Pictures.png(24, 11));

        // Then
        made.body("asset", equalTo("certificate_template_assets/" + id + "/a.png"));
        same.statusCode(200).body("asset", equalTo("certificate_template_assets/" + id + "/a.png"));
        other.statusCode(200).body("asset", equalTo("certificate_template_assets/" + id + "/b.png"));
        assertThat(given().get("/certificates/assets/paths").asByteArray()).isEqualTo(Pictures.png(24, 11));
        assertThat(files(Pictures.png(22, 11))).isZero();
        replace(id, first, "c.png", Pictures.png(25, 11)).statusCode(412);
        form("c.png", Pictures.png(25, 11))
                .put(BASE + "/" + id + "/file")
                .then()
                .statusCode(428);
        replace(999_999, "*", "c.png", Pictures.png(25, 11)).statusCode(404);
    }

    @Test
    void deletesTheFileWithItsLastAsset() {
        // Given
        byte[] picture = Pictures.png(26, 11);
        int one =
                upload("delete-one", "a.png", picture).statusCode(201).extract().path("id");
        int two =
                upload("delete-two", "b.png", picture).statusCode(201).extract().path("id");

        // When
        staff().header("If-Match", "*").delete(BASE + "/" + one).then().statusCode(204);
        long left = files(picture);
        staff().header("If-Match", "*").delete(BASE + "/" + two).then().statusCode(204);

        // Then
        assertThat(left).isEqualTo(1);
        assertThat(files(picture)).isZero();
        given().get("/certificates/assets/delete-one").then().statusCode(404);
        staff().header("If-Match", "*").delete(BASE + "/" + two).then().statusCode(404);
        assertThat(Database.current()
                        .query(
                                "select 1 from certificate_template_asset_history where history_operation = '-' and id = ?",
                                (long) one))
                .hasSize(1);
    }

    @Test
    void refusesWhatIsTooLargeAndSaysWhatIsAllowed() {
        // When
        ValidatableResponse answer = upload("large", "large.css", new byte[5 * 1024 * 1024 + 1]);

        // Then
        answer.statusCode(413)
                .contentType("application/problem+json")
                .body("error_code", equalTo("asset_too_large"), "detail", containsString("5.0 MiB"));
    }

    @Test
    void refusesOtherTypesAndSaysWhatIsAllowed() {
        for (String content : List.of("<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7 x", "#!/bin/sh")) {
            upload("types", "x.png", content.getBytes(StandardCharsets.UTF_8))
                    .statusCode(415)
                    .contentType("application/problem+json")
                    .body("error_code", equalTo("asset_type_not_allowed"), "detail", containsString("PNG, JPEG, GIF"));
        }
        upload("types", "x.png", Pictures.pngClaiming(30_000, 30_000)).statusCode(415);
        assertThat(Database.current().query("select 1 from certificate_template_asset where asset_slug = 'types'"))
                .isEmpty();
    }

    @Test
    void refusesBadForms() {
        byte[] picture = Pictures.png(27, 11);
        upload("bad slug", "a.png", picture).statusCode(400).body("error_code", equalTo("invalid_asset_slug"));
        upload("../etc", "a.png", picture).statusCode(400);
        upload("bad-name", "x".repeat(201) + ".png", picture).statusCode(400);
        form("a.png", picture)
                .multiPart("description", "x".repeat(256))
                .post(BASE)
                .then()
                .statusCode(400);
        staff().multiPart("asset_slug", "no-file")
                .post(BASE)
                .then()
                .statusCode(400)
                .body("error_code", equalTo("file_missing"));
        staff().contentType("application/json").body("{}").post(BASE).then().statusCode(415);
        upload("taken", "a.png", picture).statusCode(201);
        upload("taken", "b.png", picture).statusCode(409).body("error_code", equalTo("asset_slug_taken"));
        form("a.png", picture).post(BASE).then().statusCode(201).body("url", nullValue());
    }

    @Test
    void isForStaffAndServicesOnly() {
        given().auth().oauth2(Tokens.learner("78", "learner")).get(BASE).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.support())
                .multiPart("file", "a.png", Pictures.png(28, 11))
                .post(BASE)
                .then()
                .statusCode(403);
        given().multiPart("file", "a.png", Pictures.png(28, 11))
                .post(BASE)
                .then()
                .statusCode(401);
    }

    @Test
    void repeatsAnAnswerUnderTheSameKey() {
        // Given
        byte[] picture = Pictures.png(29, 11);
        int id = form("a.png", picture)
                .header("Idempotency-Key", "asset-repeat")
                .post(BASE)
                .path("id");

        // When
        ValidatableResponse again = form("a.png", picture)
                .header("Idempotency-Key", "asset-repeat")
                .post(BASE)
                .then();

        // Then
        again.statusCode(201).header("Idempotency-Replayed", "true").body("id", equalTo(id));
        form("a.png", Pictures.png(30, 11))
                .header("Idempotency-Key", "asset-repeat")
                .post(BASE)
                .then()
                .statusCode(422);
    }

    private static long files(byte[] content) {
        return Database.current()
                .query("select 1 from stored_file where sha256 = ?", ContentHash.of(content))
                .size();
    }
}
