package org.laurel.programs.detail;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.laurel.programs.detail.Scene.DETAILS;
import static org.laurel.programs.detail.Scene.MARKETING;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Programs where there is a shop: a real HTTP server that gives a discount to those who are known. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ShopInDetailsTest {

    private HttpServer server;
    private String shop;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v2/baskets/calculate/", exchange -> {
            boolean isKnown = exchange.getRequestURI().getQuery().contains("username=");
            byte[] body = """
                    {"total_incl_tax": %s, "total_incl_tax_excl_discounts": 79.00, "currency": "USD"}
                    """.formatted(isKnown ? "60.00" : "79.00").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        shop = "http://localhost:" + server.getAddress().getPort();
        Site.set("https://about.example", shop, false);
    }

    @AfterEach
    void close() {
        Site.reset();
        server.stop(0);
    }

    @Test
    void offersTheLearnerTheShopsPriceAndAnUpgrade() {
        // Given
        Scene scene = new Scene("shop").begin().enrolled("A", "audit");

        // When
        var answer = scene.get(DETAILS, scene.story().token());

        // Then
        answer.statusCode(200)
                .body("program_data.discount_data.is_discounted", equalTo(true))
                .body("program_data.discount_data.discount_value", equalTo(19.0f))
                .body("program_data.discount_data.total_incl_tax", equalTo(60.0f))
                .body("program_data.discount_data.currency", equalTo("USD"))
                .body("program_data.full_program_price", equalTo(60.0f))
                .body("program_data.courses[0].course_runs[0].upgrade_url", equalTo(shop + "/basket/add/?sku=SA"))
                .body(
                        "urls.buy_button_url",
                        equalTo(shop + "/basket/add/?sku=SA&sku=SB&bundle="
                                + scene.story().program(1)))
                .body("urls.commerce_api_url", equalTo("/api/commerce/v0/baskets/"))
                .body("urls.program_marketing_url", startsWith("https://about.example"));
    }

    @Test
    void offersAnybodyWhatTheShopAsksOfStrangers() {
        // Given
        Scene scene = new Scene("stranger").begin().enrolled("A", "audit");

        // When
        var answer = scene.get(MARKETING, scene.story().token());

        // Then
        answer.statusCode(200)
                .body("program_data.discount_data.is_discounted", equalTo(false))
                .body("program_data.full_program_price", equalTo(79.0f))
                .body("program_data.courses[0].course_runs[0].upgrade_url", equalTo(null));
    }

    @Test
    void asksTheShopNothingAboutAProgramThatIsNotSoldAsAWhole() {
        // Given
        Story story = new Story("unsold");
        story.put(1, story.document(1, List.of(List.of("A")))).statusCode(201);

        // When
        var answer = new Scene(story).get(DETAILS, story.token());

        // Then
        answer.statusCode(200)
                .body("program_data.discount_data", equalTo(Map.of("is_discounted", false)))
                .body("program_data.skus", empty())
                .body("urls.buy_button_url", nullValue());
    }

    @Test
    void asksTheShopForAnybodyWhereTheTokenHasNoUsername() {
        // Given
        Scene scene = new Scene("nameless").begin();

        // When
        var answer = scene.get(DETAILS, Tokens.learner(scene.story().learnerId(), ""));

        // Then
        answer.statusCode(200).body("program_data.full_program_price", equalTo(79.0f));
    }

    @Test
    void showsTheProgramWithItsOwnPricesWhenTheShopIsAway() {
        // Given
        Scene scene = new Scene("away").begin();
        server.stop(0);

        // When
        var answer = scene.get(DETAILS, scene.story().token());

        // Then
        answer.statusCode(200)
                .body("program_data.discount_data.is_discounted", equalTo(false))
                .body("program_data.full_program_price", equalTo(79.0f))
                .body("program_data.skus", contains("SA", "SB"));
    }

    @Test
    void linksStraightToCredentialsWhereNoLoginIsAskedFor() {
        // Given
        Scene scene = new Scene("straight").begin().certified("A").certified("B");
        scene.story().awaitCredentials("awarded", 3);

        // When
        var answer = scene.get(DETAILS, scene.story().token());

        // Then
        answer.statusCode(200).body("certificate_data[2].url", startsWith("http://localhost:8080/credentials/"));
    }
}
