package org.laurel.programs.commerce.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopTokenTest {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.org/api?sku=1, true",
        "https://SHOP.example.org:443/, true",
        "http://shop.example.org/, false",
        "https://shop.example.org:8443/, false",
        "https://shop.example.org.evil.example/, false",
        "https://shop.example.org@evil.example/, false",
        "https://evil.example/shop.example.org, false",
        "/api, false",
    })
    void goesToTheShopThatTheDeploymentNamesAlone(String address, boolean goes) {
        // Given
        ShopToken token = new ShopToken(Optional.of("secret"), Optional.of(URI.create("https://shop.example.org")));

        // When
        Optional<String> sent = token.at(URI.create(address));

        // Then
        assertThat(sent.isPresent()).isEqualTo(goes);
    }

    @Test
    void goesNowhereWithoutAShop() {
        // Given
        ShopToken token = new ShopToken(Optional.of("secret"), Optional.empty());

        // When
        Optional<String> sent = token.at(URI.create("https://shop.example.org/"));

        // Then
        assertThat(sent).isEmpty();
    }
}
