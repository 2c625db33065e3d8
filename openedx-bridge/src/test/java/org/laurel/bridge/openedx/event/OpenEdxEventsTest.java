package org.laurel.bridge.openedx.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.bridge.openedx.avro.AvroSchemas;
import org.laurel.bridge.openedx.avro.WriterSchema;

class OpenEdxEventsTest {

    static List<OpenEdxEvent<?>> events() {
        return OpenEdxEvents.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyTypeHasASchemaOfItsName(OpenEdxEvent<?> event) {
        // When
        Schema schema = WriterSchema.parse(AvroSchemas.value(event)).schema();

        // Then
        assertThat(schema.getFullName()).isEqualTo(event.recordName());
        assertThat(schema.getFields()).extracting(Schema.Field::name).containsExactly(event.argument());
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyKeyPathLeadsToARequiredText(OpenEdxEvent<?> event) {
        assertThat(AvroSchemas.key(event).map(AvroSchemas.KeySchema::type).orElse("no key"))
                .isEqualTo(event.keyPath() == null ? "no key" : "string");
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyTypeIsFoundByItsName(OpenEdxEvent<?> event) {
        assertThat(OpenEdxEvents.find(event.type())).contains(event);
    }

    @ParameterizedTest
    @CsvSource({
        "org.openedx.learning.ccx.course.passing.status.updated.v1, ccx_course_key",
        "org.openedx.learning.exam.attempt.rejected.v1, course_key",
        "org.openedx.learning.student.registration.completed.v1, username",
        "org.openedx.learning.user.course_access_role.added.v1, course_key",
    })
    void keySchemaIsTheFieldOfTheKey(String type, String field) {
        assertThat(AvroSchemas.key(OpenEdxEvents.find(type).orElseThrow())
                        .orElseThrow()
                        .text())
                .isEqualTo("{\"name\": \"" + field + "\", \"type\": \"string\"}");
    }
}
