package org.laurel.bridge.openedx.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;

/** What Open edX's own code writes for fixed inputs, which {@link GoldenData} has as records. */
record GoldenVector(String type, String keySchema, byte[] body, String schema) {

    static List<GoldenVector> all() {
        try (InputStream resource = GoldenVector.class.getResourceAsStream("/openedx/vectors.tsv")) {
            assertThat(resource).isNotNull();
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(GoldenVector::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    OpenEdxEvent<?> event() {
        return OpenEdxEvents.find(type).orElseThrow();
    }

    private static GoldenVector of(String line) {
        List<String> cells = Arrays.asList(line.split("\t", -1));
        return new GoldenVector(cells.get(0), cells.get(1), HexFormat.of().parseHex(cells.get(2)), cells.get(3));
    }

    @Override
    public String toString() {
        return type;
    }
}
