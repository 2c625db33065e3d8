package org.laurel.enrollment.oneroster.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManifestTest {

    private final Manifest manifest = new Manifest();

    @Test
    void keepsOfAnyNumberOfPropertiesThoseThatAreAskedFor() {
        // Given
        take("oneroster.version", "1.2");
        take("file.users", "bulk");

        // When
        IntStream.range(0, 10_000).forEach(i -> {
            take("source." + i, "x");
            take("file.other" + i, "bulk");
        });

        // Then
        assertThat(manifest.size()).isEqualTo(2);
        assertThat(manifest.objection()).isNull();
        assertThat(manifest.has("users")).isTrue();
        assertThat(manifest.has("orgs")).isFalse();
    }

    private void take(String name, String value) {
        manifest.take(new BundleRecord(2, Map.of("propertyname", name, "value", value)));
    }
}
