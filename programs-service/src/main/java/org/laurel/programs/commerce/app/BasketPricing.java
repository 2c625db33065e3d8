package org.laurel.programs.commerce.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.laurel.kit.page.Recently;
import org.laurel.programs.commerce.domain.Basket;
import org.laurel.programs.commerce.domain.BasketPrice;

/**
 * What a shop asks for a basket. A shop is an extra: one that is slow, broken or away costs a page its discount and nothing
 * else. Answers stand for a minute.
 */
@ApplicationScoped
public class BasketPricing {

    private static final Logger LOG = Logger.getLogger(BasketPricing.class);
    private static final Duration AGE = Duration.ofMinutes(1);
    private static final int MOST_ANSWERS = 10_000;

    private final ShopClient client;
    private final Clock clock;
    private final Recently<Asked, BasketPrice> answers;
    private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();

    private record Asked(String shop, Basket basket) {}

    BasketPricing(ShopClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
        this.answers = new Recently<>(clock, AGE, MOST_ANSWERS);
    }

    /**
     * The price, empty when the shop does not tell.
     *
     * @param shop beginning of the shop's addresses
     */
    public Optional<BasketPrice> apply(String shop, Basket basket) {
        try {
            return Optional.of(answers.get(new Asked(shop, basket), this::ask));
        } catch (UncheckedIOException failure) {
            return Optional.empty();
        }
    }

    private BasketPrice ask(Asked asked) {
        Circuit circuit = circuits.computeIfAbsent(asked.shop(), shop -> new Circuit(clock));
        if (!circuit.admits()) {
            throw new UncheckedIOException(new IOException("the shop is left alone for a while"));
        }
        try {
            BasketPrice price = client.price(asked.shop(), asked.basket());
            circuit.succeeded();
            return price;
        } catch (BasketRefused refusal) {
            circuit.succeeded();
            throw withoutPrice(asked, refusal);
        } catch (IOException failure) {
            circuit.failed();
            throw withoutPrice(asked, failure);
        }
    }

    private static UncheckedIOException withoutPrice(Asked asked, IOException why) {
        LOG.warnf("no price from %s: %s", asked.shop(), why.getMessage());
        return new UncheckedIOException(why);
    }
}
