package org.laurel.stack.kafka;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.laurel.stack.StackFailure;

/** A file that names topics: {@code deploy/topics.yaml} all of Laurel, another one those of an Open edX site. */
public record TopicFile(@JsonProperty("topics") List<TopicDefinition> topics) {

    public TopicFile {
        topics = List.copyOf(topics);
    }

    /**
     * Reads the file.
     *
     * @throws StackFailure if it is missing or malformed
     */
    public static TopicFile read(Path file) {
        try {
            return new YAMLMapper().readValue(file.toFile(), TopicFile.class);
        } catch (IOException failure) {
            throw new StackFailure(
                    "The list of topics cannot be read: " + failure.getMessage(), "Correct " + file, failure);
        }
    }
}
