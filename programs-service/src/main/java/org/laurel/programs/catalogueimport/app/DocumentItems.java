package org.laurel.programs.catalogueimport.app;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.UuidText;
import org.laurel.programs.catalogueimport.domain.ItemKind;

/**
 * Reads the items of a catalogue document as a discovery service serves it, one at a time: an array of programs, a page
 * ({@code {"count": 2, "next": null, "results": […]}}) or an array of pages, or an object with {@code programs}, {@code
 * organizations} and {@code pathways}, each an array or pages. Other members are passed over.
 */
final class DocumentItems {

    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final Consumer<Item> items;

    private DocumentItems(ObjectMapper json, Consumer<Item> items) {
        this.reader = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        this.writer = json.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
        this.items = items;
    }

    /**
     * An item.
     *
     * @param subject its uuid, null when it has none
     * @param content its JSON in ASCII
     */
    record Item(ItemKind kind, @Nullable UUID subject, String content) {}

    /**
     * Reads a document.
     *
     * @param usual what the items of a bare array or page are
     * @throws IOException when it is no JSON
     */
    static void read(ObjectMapper json, String document, ItemKind usual, Consumer<Item> items) throws IOException {
        try (JsonParser parser = json.createParser(document)) {
            parser.nextToken();
            new DocumentItems(json, items).value(parser, usual, true);
            if (parser.nextToken() != null) {
                throw new IOException("something follows the document");
            }
        }
    }

    private void value(JsonParser parser, ItemKind kind, boolean isTop) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                element(reader.readTree(parser), kind);
            }
        } else if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                member(parser, kind, isTop);
            }
        } else if (token == null) {
            throw new IOException("there is no document");
        }
    }

    private void member(JsonParser parser, ItemKind kind, boolean isTop) throws IOException {
        String name = parser.currentName();
        parser.nextToken();
        @Nullable ItemKind named = isTop ? ItemKind.of(name).orElse(null) : null;
        if (named != null) {
            value(parser, named, false);
        } else if (name.equals("results")) {
            value(parser, kind, false);
        } else {
            parser.skipChildren();
        }
    }

    /** An item, or a page of items. */
    private void element(JsonNode element, ItemKind kind) throws IOException {
        JsonNode results = element.path("results");
        if (results.isArray() && !element.has("uuid")) {
            for (JsonNode result : results) {
                item(result, kind);
            }
        } else {
            item(element, kind);
        }
    }

    private void item(JsonNode item, ItemKind kind) throws IOException {
        items.accept(new Item(
                kind, UuidText.parse(item.path("uuid").textValue()).orElse(null), writer.writeValueAsString(item)));
    }
}
