package org.laurel.certificates.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class SiteApiTest {

    private static final String PATH = "/api/certificates/v1/site-configuration";

    @BeforeEach
    @AfterEach
    void forgetRevisions() {
        Database.current().execute("delete from setting_revision where subject = 'site'");
    }

    @Test
    void isEmptyBeforeTheFirstRevision() {
        // When
        ValidatableResponse answer = get("", Tokens.staff());

        // Then
        answer.statusCode(200)
                .body("id", nullValue(), "configuration.organization_name", nullValue())
                .body("configuration.facebook_sharing", equalTo(false));
    }

    @Test
    void whatIsPutHoldsWhole() {
        // Given
        put("{\"configuration\": {\"platform_name\": \"Learn\", \"about_url\": \"/about\"}}", Tokens.staff());

        // When
        ValidatableResponse answer = put("""
                {"configuration": {"organization_name": " Example University ", "logo_image_url": "/static/logo.svg",
                  "logo_link_url": "https://example.org/", "terms_url": "https://example.org/terms", "privacy_url": "",
                  "verify_url_suffix": "/verify", "linkedin_sharing": true, "linkedin_company_id": "1337",
                  "twitter_sharing": true, "twitter_text": "I did it"}, "change_reason": "new owner"}""", Tokens.service());

        // Then
        answer.statusCode(200).body("configuration.organization_name", equalTo("Example University"));
        get("", Tokens.staff())
                .body("configuration.logo_image_url", equalTo("/static/logo.svg"))
                .body("configuration.privacy_url", nullValue(), "configuration.platform_name", nullValue())
                .body("configuration.about_url", nullValue(), "configuration.linkedin_company_id", equalTo("1337"))
                .body("configuration.twitter_sharing", equalTo(true))
                .body("configuration.twitter_text", equalTo("I did it"))
                .body("changed_by", equalTo("service"), "change_reason", equalTo("new owner"));
    }

    @Test
    void theSameOnceMoreAddsNoRevision() {
        // Given
        String body = "{\"configuration\": {\"platform_name\": \"Learn\"}}";
        put(body, Tokens.staff()).statusCode(200);

        // When
        ValidatableResponse repeated = put(body, Tokens.service());

        // Then
        repeated.statusCode(200).body("changed_by", equalTo("staff"));
        get("/history", Tokens.staff()).statusCode(200).body("results", hasSize(1));
    }

    @Test
    void addressesThatAPageMustNotLinkToAreRefusedByName() {
        // When
        ValidatableResponse answer = put("""
                {"configuration": {"terms_url": "javascript:alert(1)", "logo_image_url": "logo.png"}}""", Tokens.staff());

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("error_code", equalTo("invalid_site_configuration"))
                .body(
                        "violations.field",
                        containsInAnyOrder("configuration.terms_url", "configuration.logo_image_url"));
    }

    @Test
    void aBodyOfAnotherShapeIsRefused() {
        put("{}", Tokens.staff()).statusCode(400);
        put("[]", Tokens.staff()).statusCode(400);
        put("{\"configuration\": {\"platform_name\": {\"en\": \"x\"}}}", Tokens.staff())
                .statusCode(400);
    }

    @Test
    void onlyStaffAndServicesMaySeeAndChangeIt() {
        put("{\"configuration\": {}}", Tokens.support()).statusCode(403);
        get("", Tokens.learner("site-learner", "site-learner")).statusCode(403);
        get("/history", Tokens.learner("site-learner", "site-learner")).statusCode(403);
    }

    private static ValidatableResponse put(String body, String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .put(PATH)
                .then();
    }

    private static ValidatableResponse get(String rest, String token) {
        return given().auth().oauth2(token).get(PATH + rest).then();
    }
}
