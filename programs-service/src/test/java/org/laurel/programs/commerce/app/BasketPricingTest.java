package org.laurel.programs.commerce.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.SettableClock;
import org.laurel.programs.commerce.domain.Basket;
import org.laurel.programs.commerce.domain.BasketPrice;

/** What a shop, a real HTTP server, asks for a basket. */
class BasketPricingTest {

    private static final UUID BUNDLE = new UUID(0, 1);
    private static final String PRICE =
            "{\"total_incl_tax\": 40.00, \"total_incl_tax_excl_discounts\": \"49.00\", \"currency\": \"USD\"}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private ShopClient client;
    private SettableClock clock;
    private BasketPricing pricing;
    private String shop;
    private int status;
    private String answer;
    private boolean hangs;
    private boolean isCut;

    @BeforeEach
    void open() throws IOException {
        status = 200;
        answer = PRICE;
        hangs = false;
        isCut = false;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
        shop = "http://localhost:" + server.getAddress().getPort() + "/";
        clock = new SettableClock();
        use(Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        end.countDown();
        client.close();
        server.stop(0);
    }

    @Test
    void tellsThePriceForALearner() {
        // When
        Optional<BasketPrice> price =
                pricing.apply(shop, new Basket(List.of("S 1", "S2"), List.of("Org+A", "Org+B"), "ada&co", BUNDLE));

        // Then
        assertThat(price).contains(new BasketPrice(new BigDecimal("40.00"), new BigDecimal("49.00"), "USD"));
        assertThat(price.orElseThrow().isDiscounted()).isTrue();
        assertThat(asked)
                .containsExactly("/api/v2/baskets/calculate/?sku=S+1&sku=S2&username=ada%26co&bundle=" + BUNDLE
                        + "&course_key=Org%2BA&course_key=Org%2BB Bearer secret");
    }

    @Test
    void asksForAnybodyWhenNobodyIsKnown() {
        // When
        pricing.apply(shop, new Basket(List.of("S1"), List.of(), null, BUNDLE));

        // Then
        assertThat(asked).singleElement().asString().contains("?sku=S1&is_anonymous=true&bundle=");
    }

    @Test
    void asksAgainForTheSameOnlyAfterAMinute() {
        // Given
        basket("S1");
        basket("S1");
        clock.advance(Duration.ofSeconds(61));

        // When
        basket("S1");

        // Then
        assertThat(asked).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "not json",
                "{}",
                "{\"total_incl_tax\": 40}",
                "{\"total_incl_tax\": -1, \"total_incl_tax_excl_discounts\": 4}",
                "{\"total_incl_tax\": 5, \"total_incl_tax_excl_discounts\": 4}",
                "{\"total_incl_tax\": 1e999, \"total_incl_tax_excl_discounts\": 1e999}"
            })
    void doesWithoutAPriceThatMakesNoSense(String body) {
        // Given
        answer = body;

        // When
        Optional<BasketPrice> price = basket("S1");

        // Then
        assertThat(price).isEmpty();
    }

    @Test
    void readsNoAnswerThatIsTooLongForAPrice() {
        // Given
        answer = PRICE + " ".repeat(ShortBody.LONGEST);

        // When
        Optional<BasketPrice> price = basket("S1");

        // Then
        assertThat(price).isEmpty();
    }

    @Test
    void readsAnAnswerThatIsJustShortEnough() {
        // Given
        answer = PRICE + " ".repeat(ShortBody.LONGEST - PRICE.length());

        // When
        Optional<BasketPrice> price = basket("S1");

        // Then
        assertThat(price).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404, 500})
    void doesWithoutAPriceOfAShopThatRefuses(int refused) {
        // Given
        status = refused;

        // When
        Optional<BasketPrice> price = basket("S1");

        // Then
        assertThat(price).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no address", "ftp://localhost/", "localhost"})
    void doesWithoutAPriceOfAShopThatHasNoAddress(String address) {
        // When
        Optional<BasketPrice> price = pricing.apply(address, new Basket(List.of("S1"), List.of(), "ada", BUNDLE));

        // Then
        assertThat(price).isEmpty();
    }

    @Test
    void doesNotWaitForAShopThatDoesNotAnswer() {
        // Given
        hangs = true;
        client.close();
        use(Duration.ofMillis(200));

        // When
        Optional<BasketPrice> price = basket("S1");

        // Then
        assertThat(price).isEmpty();
        assertThat(asked).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void doesWithoutAPriceThatBreaksOff() {
        // Given
        isCut = true;

        // When
        Optional<BasketPrice> price = basket("S1");

        // Then
        assertThat(price).isEmpty();
    }

    @Test
    void doesNotWaitOnceNobodyDoes() throws Exception {
        // Given
        hangs = true;
        try (ExecutorService waiting = Executors.newSingleThreadExecutor()) {
            CompletableFuture<Thread> asking = new CompletableFuture<>();
            Future<Boolean> interrupted = waiting.submit(() -> {
                asking.complete(Thread.currentThread());
                return basket("S1").isEmpty() && Thread.interrupted();
            });
            Awaitility.await().atMost(KafkaProbe.PATIENCE).until(() -> !asked.isEmpty());

            // When
            asking.get().interrupt();

            // Then
            assertThat(interrupted.get()).isTrue();
        }
    }

    @Test
    void leavesAShopAloneForAWhileAfterThreeFailures() {
        // Given
        status = 503;
        List.of("S1", "S2", "S3").forEach(this::basket);
        status = 200;

        // When
        Optional<BasketPrice> price = basket("S4");

        // Then
        assertThat(price).isEmpty();
        assertThat(asked).hasSize(3);
    }

    /** A product that the shop no longer has is no reason to leave the shop alone. */
    @Test
    void goesOnAskingAShopThatRefusesABasket() {
        // Given
        status = 400;
        List.of("S1", "S2", "S3").forEach(this::basket);
        status = 200;

        // When
        Optional<BasketPrice> price = basket("S4");

        // Then
        assertThat(price).isPresent();
        assertThat(asked).hasSize(4);
    }

    @Test
    void triesOnceAfterAWhileAndGoesOnWhenTheShopIsBack() {
        // Given
        status = 503;
        List.of("S1", "S2", "S3").forEach(this::basket);
        clock.advance(Duration.ofSeconds(30));
        basket("S4");
        basket("S5");
        status = 200;
        clock.advance(Duration.ofSeconds(30));
        basket("S6");

        // When
        Optional<BasketPrice> price = basket("S7");

        // Then
        assertThat(price).isPresent();
        assertThat(asked).hasSize(6);
    }

    private Optional<BasketPrice> basket(String sku) {
        return pricing.apply(shop, new Basket(List.of(sku), List.of(), "ada", BUNDLE));
    }

    private void use(Duration patience) {
        client = new ShopClient(
                new ObjectMapper(), patience, new ShopToken(Optional.of("secret"), Optional.of(URI.create(shop))));
        pricing = new BasketPricing(client, clock);
    }

    private void serve(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        if (hangs) {
            await();
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length + (isCut ? 1 : 0));
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
