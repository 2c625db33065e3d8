package org.laurel.events.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseKeyTest {

    @ParameterizedTest
    @CsvSource({
        "course-v1:DemoX+CS101+2026_T1, DemoX, CS101, 2026_T1, false",
        "course-v1:Ünï.X+Kurs~1+2026-T1, Ünï.X, Kurs~1, 2026-T1, false",
        "ccx-v1:DemoX+CS101+2026_T1+ccx@12, DemoX, CS101, 2026_T1, true",
        "DemoX/CS100/2013_Spring, DemoX, CS100, 2013_Spring, false"
    })
    void readsTheParts(String text, String org, String course, String run, boolean ccx) {
        // Given
        CourseKey key = new CourseKey(text);

        // When
        String shown = key.toString();

        // Then
        assertThat(shown).isEqualTo(text);
        assertThat(key.org()).isEqualTo(org);
        assertThat(key.course()).isEqualTo(course);
        assertThat(key.run()).isEqualTo(run);
        assertThat(key.isCcx()).isEqualTo(ccx);
    }

    @Test
    void theShortWayForPlainKeysAgreesWithTheForm() {
        // Given
        Pattern form = Pattern.compile("course-v1:" + String.join("\\+", KeyText.PART, KeyText.PART, KeyText.PART));

        for (char character = 1; character < 0x100; character++) {
            for (String text : List.of("A%sB+C+D", "A+%s+D", "A+B+C%s", "A+B%s", "%sA+B+C")) {
                String key = "course-v1:" + text.formatted(character);

                // When
                boolean accepted = accepts(key);

                // Then
                assertThat(accepted).as(key).isEqualTo(form.matcher(key).matches() && !isInvisible(character));
            }
        }
    }

    private static boolean isInvisible(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }

    private static boolean accepts(String key) {
        try {
            return new CourseKey(key).value().equals(key);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "CS101",
                "course-v1:DemoX+CS101",
                "course-v1:DemoX+CS101+",
                "course-v1:DemoX+CS101+2026+T1",
                "course-v1:DemoX+CS101+2026 T1",
                "course-v1:DemoX+CS101+2026\n",
                "course-v1:DemoX/CS101/2026",
                "ccx-v1:DemoX+CS101+2026_T1",
                "ccx-v1:DemoX+CS101+2026_T1+ccx@x",
                "library-v1:DemoX+Lib",
                "DemoX/CS100",
                "DemoX//2013_Spring",
                "DemoX/CS100/2013/Spring",
                "course-v1:<b>+CS101+2026",
                "block-v1:DemoX+CS101+2026_T1+type@html+block@h1"
            })
    void refusesEveryOtherForm(String text) {
        // Given

        // When
        var creation = assertThatThrownBy(() -> new CourseKey(text));

        // Then
        creation.isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("course key ");
    }

    @Test
    void keepsKeysApartThatDifferInCase() {
        // Given
        CourseKey key = new CourseKey("course-v1:DemoX+CS101+2026_T1");

        // When
        CourseKey other = new CourseKey("course-v1:demox+CS101+2026_T1");

        // Then
        assertThat(other).isNotEqualTo(key);
    }

    @Test
    void refusesMoreThan255Characters() {
        // Given
        String text = "course-v1:DemoX+CS101+" + "r".repeat(234);

        // When
        var creation = assertThatThrownBy(() -> new CourseKey(text));

        // Then
        creation.hasMessage("course key has more than 255 characters");
    }
}
