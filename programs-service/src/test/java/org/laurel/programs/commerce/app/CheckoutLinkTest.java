package org.laurel.programs.commerce.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a shop sells. */
class CheckoutLinkTest {

    private final CheckoutLink link = new CheckoutLink();

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "https://shop.example/"})
    void putsProductsIntoABasket(String shop) {
        // When
        String address = link.apply(shop, List.of("S 1", "S&2"), new UUID(0, 1));

        // Then
        assertThat(address)
                .isEqualTo("https://shop.example/basket/add/?sku=S+1&sku=S%262"
                        + "&bundle=00000000-0000-0000-0000-000000000001");
    }

    @Test
    void isNowhereWithoutAShopOrProducts() {
        // When
        String address = link.apply(null, List.of("S1"), null);

        // Then
        assertThat(address).isNull();
        assertThat(link.apply("https://shop.example", List.of(), null)).isNull();
    }
}
