package org.laurel.programs.commerce.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.programs.catalogue.domain.Members;
import org.laurel.programs.commerce.domain.Basket;
import org.laurel.programs.commerce.domain.BasketPrice;

/** Talks to a shop. Every failure is an {@link IOException}; no call takes longer than the patience. */
@ApplicationScoped
class ShopClient {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final ObjectReader json;
    private final Duration patience;
    private final ShopToken token;
    private final HttpClient http;

    /**
     * A client of whichever shop it is sent to.
     *
     * @param patience for a whole answer
     * @param token by which the shop of the deployment knows this service
     */
    ShopClient(
            ObjectMapper json,
            @ConfigProperty(name = "laurel.commerce.timeout", defaultValue = "PT2S") Duration patience,
            ShopToken token) {
        this.json = json.readerFor(Map.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        this.patience = patience;
        this.token = token;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /**
     * Asks what a basket costs.
     *
     * @throws BasketRefused when the shop answers, but does not sell this basket
     */
    BasketPrice price(String shop, Basket basket) throws IOException {
        HttpResponse<byte[]> answer = send(request(shop, basket));
        if (answer.statusCode() == BAD_REQUEST) {
            throw new BasketRefused();
        }
        if (answer.statusCode() != OK) {
            throw new IOException("the shop answers " + answer.statusCode());
        }
        return price(answer.body());
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private HttpRequest request(String shop, Basket basket) throws IOException {
        String skus = all("sku", basket.skus());
        String courses = all("course_key", basket.courseKeys());
        String buyer =
                basket.username() == null ? "is_anonymous=true" : "username=" + CheckoutLink.encoded(basket.username());
        String address = CheckoutLink.withoutSlash(shop) + "/api/v2/baskets/calculate/?" + skus + "&" + buyer
                + "&bundle=" + basket.bundle() + (courses.isEmpty() ? "" : "&" + courses);
        try {
            URI asked = URI.create(address);
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(asked).timeout(patience).header("Accept", "application/json");
            token.at(asked).ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
            return request.build();
        } catch (IllegalArgumentException noAddress) {
            throw new IOException("the shop has no proper address", noAddress);
        }
    }

    private static String all(String name, List<String> values) {
        return values.stream()
                .map(value -> name + "=" + CheckoutLink.encoded(value))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> sent = http.sendAsync(request, answer -> new ShortBody());
        try {
            return sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new IOException("the shop cannot be reached", failed.getCause());
        } catch (TimeoutException late) {
            throw new IOException("the shop does not answer in time", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("nobody waits for the shop any more", interrupted);
        } finally {
            sent.cancel(true);
        }
    }

    private BasketPrice price(byte[] body) throws IOException {
        Members answer = members(body);
        BigDecimal total = answer.number("total_incl_tax");
        BigDecimal whole = answer.number("total_incl_tax_excl_discounts");
        if (total == null || whole == null || total.signum() < 0 || whole.compareTo(total) < 0) {
            throw new IOException("the shop's answer has no price");
        }
        return new BasketPrice(total, whole, answer.text("currency"));
    }

    private Members members(byte[] body) throws IOException {
        try {
            Object value = json.readValue(new String(body, StandardCharsets.UTF_8));
            return Members.of(value).orElse(Members.NONE);
        } catch (JsonProcessingException noJson) {
            throw new IOException("the shop's answer is no JSON", noJson);
        }
    }
}
