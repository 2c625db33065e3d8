package org.laurel.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViolatedMemberTest {

    /** A body with members in it. */
    record Course(@NotBlank String courseKey, List<@Valid Course> otherCourses, Map<String, @NotBlank String> titles) {}

    /** What a resource may look like. */
    @SuppressWarnings("UnusedMethod") // called by reflection
    static class Resource {
        void put(@Valid Course body, List<@Valid Course> courses, @Max(3) int pageSize) {}
    }

    @Test
    void isNamedAsTheSenderWroteIt() throws NoSuchMethodException {
        // Given
        Course good = new Course("A", List.of(), Map.of());
        Course bad = new Course("", List.of(good, new Course(" ", List.of(), Map.of())), Map.of("en", ""));

        // When
        List<String> names = violated(bad, List.of(good, new Course("", List.of(), Map.of())), 4);

        // Then
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "course_key", "other_courses[1].course_key", "titles[en]", "[1].course_key", "page_size");
    }

    private static List<String> violated(Object... arguments) throws NoSuchMethodException {
        Method method = Resource.class.getDeclaredMethod("put", Course.class, List.class, int.class);
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            return factory
                    .getValidator()
                    .forExecutables()
                    .validateParameters(new Resource(), method, arguments)
                    .stream()
                    .map(violation -> ViolatedMember.name(violation.getPropertyPath()))
                    .toList();
        }
    }
}
