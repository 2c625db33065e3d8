package org.laurel.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of the repository, from whatever folder the tests run in. */
final class Repository {

    private static final Path ROOT = root(Path.of("").toAbsolutePath());
    private static final ObjectMapper JSON = new ObjectMapper();

    private Repository() {}

    static Path file(String name) {
        return ROOT.resolve(name);
    }

    static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A YAML file with its anchors and merge keys resolved. */
    static JsonNode yaml(String name) {
        return documents(text(name)).getFirst();
    }

    /** The documents of a YAML text. */
    static List<JsonNode> documents(String text) {
        List<JsonNode> documents = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
            documents.add(JSON.valueToTree(document));
        }
        return documents;
    }

    private static Path root(Path folder) {
        if (Files.exists(folder.resolve("deploy/topics.yaml"))) {
            return folder;
        }
        Path parent = folder.getParent();
        if (parent == null) {
            throw new IllegalStateException("the tests do not run inside the repository");
        }
        return root(parent);
    }
}
