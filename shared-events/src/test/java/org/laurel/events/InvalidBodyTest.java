package org.laurel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file under {@code invalid/<type>/} breaks the contract in the way that its name says. */
class InvalidBodyTest {

    private static final ObjectMapper MAPPER = ContractMapper.create();

    static Stream<Arguments> invalidBodies() {
        return EventCatalogue.all().stream()
                .flatMap(type ->
                        ContractFiles.list("/invalid/" + type.name()).stream().map(file -> Arguments.of(type, file)));
    }

    @ParameterizedTest
    @MethodSource("invalidBodies")
    void theSchemaRefusesIt(EventType<?> type, Path file) throws IOException {
        // Given
        String body = Files.readString(file);

        // When
        List<String> violations = ContractFiles.violations(type, body);

        // Then
        assertThat(violations).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalidBodies")
    void theRecordRefusesIt(EventType<?> type, Path file) throws IOException {
        // Given
        String body = Files.readString(file);

        // When
        var reading = assertThatThrownBy(() -> MAPPER.readValue(body, type.body()));

        // Then
        reading.isInstanceOf(JsonMappingException.class);
    }

    @Test
    void everyFolderBelongsToAType() {
        // Given
        List<Path> folders = ContractFiles.list("/invalid");

        // When
        Stream<String> names =
                folders.stream().map(folder -> folder.getFileName().toString());

        // Then
        assertThat(names)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(EventCatalogue.find(name)).isPresent());
    }
}
