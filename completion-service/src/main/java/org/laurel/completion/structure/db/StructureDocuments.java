package org.laurel.completion.structure.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.StructureBlock;

/** Blocks as the JSON text in which they are stored. */
@ApplicationScoped
public class StructureDocuments {

    private final ObjectWriter writer;
    private final ObjectReader reader;

    StructureDocuments(ObjectMapper json) {
        writer = json.writer();
        reader = json.readerForListOf(StructureBlock.class);
    }

    /**
     * A structure's text.
     *
     * @param hash SHA-256 of root and blocks in hexadecimal
     * @param bytes length in UTF-8
     */
    public record Document(String text, String hash, int bytes) {}

    /** Writes a structure's blocks; the same blocks always give the same text. */
    public Document write(CourseStructure structure) {
        try {
            String text = writer.writeValueAsString(structure.blocks());
            byte[] bytes = (structure.root() + text).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Document(text, HexFormat.of().formatHex(digest), bytes.length);
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    List<StructureBlock> read(String text) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("stored blocks cannot be read", impossible);
        }
    }
}
