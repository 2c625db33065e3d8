package org.laurel.completion.xapi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.events.key.CourseKey;

class LmsRootTest {

    private static final LmsRoot LMS = new LmsRoot("https://lms.example.org:8443/sub//");

    @ParameterizedTest
    @CsvSource({
        "block-v1:Org+A+1+type@vertical+block@v, block-v1:Org+A+1+type@vertical+block@v",
        "i4x://Org/A/chapter/ch, i4x://Org/A/chapter/ch",
        "i4x://Org/A/chapter/名(1), i4x://Org/A/chapter/名(1)",
        "block-v1:Org+A+1+type@vertical+block@50%{x}, block-v1:Org+A+1+type@vertical+block@50%25%7Bx%7D"
    })
    void putsBlocksUnderItsAddress(String blockKey, String path) {
        // When
        String iri = LMS.block(blockKey);

        // Then
        assertThat(iri).isEqualTo("https://lms.example.org:8443/sub/xblock/" + path);
    }

    @Test
    void putsCoursesUnderItsAddress() {
        // When
        String iri = LMS.course(new CourseKey("course-v1:Org+A+1"));

        // Then
        assertThat(iri).isEqualTo("https://lms.example.org:8443/sub/course/course-v1:Org+A+1");
    }

    /** The ends of the ranges of RFC 3987, 2.2, and of what lies between them; lone halves of a pair are no characters. */
    @ParameterizedTest
    @CsvSource({
        "7F, %7F",
        "80, %C2%80",
        "9F, %C2%9F",
        "A0, %C2%A0",
        "A1, kept",
        "2028, %E2%80%A8",
        "3000, %E3%80%80",
        "D7FF, kept",
        "D800, %3F",
        "DFFF, %3F",
        "E000, %EE%80%80",
        "F8FF, %EF%A3%BF",
        "F900, kept",
        "FDCF, kept",
        "FDD0, %EF%B7%90",
        "FDEF, %EF%B7%AF",
        "FDF0, kept",
        "FFEF, kept",
        "FFF0, %EF%BF%B0",
        "FFFF, %EF%BF%BF",
        "10000, kept",
        "1FFFD, kept",
        "1FFFE, %F0%9F%BF%BE",
        "1FFFF, %F0%9F%BF%BF",
        "20000, kept",
        "DFFFD, kept",
        "DFFFE, %F3%9F%BF%BE",
        "E0001, %F3%A0%80%81",
        "F0000, %F3%B0%80%80",
        "10FFFF, %F4%8F%BF%BF"
    })
    void escapesWhatNoIriHoldsAsItIs(String point, String expected) {
        // Given
        String text = Character.toString(Integer.parseInt(point, 16));

        // When
        String iri = LMS.block(text);

        // Then
        assertThat(iri)
                .isEqualTo("https://lms.example.org:8443/sub/xblock/" + (expected.equals("kept") ? text : expected));
    }

    @Test
    void ofAsciiKeepsWhatMayStandInAPath() {
        // Given
        String ascii = IntStream.range(0, 0x80).mapToObj(Character::toString).collect(Collectors.joining());

        // When
        String iri = LMS.block(ascii);

        // Then
        assertThat(iri.replaceAll("%[0-9A-F]{2}", ""))
                .isEqualTo("https://lms.example.org:8443/sub/xblock/!$&'()*+,-./0123456789:;=@"
                        + "ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~");
    }

    @ParameterizedTest
    @CsvSource({
        "http://lms, http://lms",
        "https://lms/, https://lms",
        "https://lms///, https://lms",
        "https://lms/a/b/, https://lms/a/b"
    })
    void takesFinalSlashesOff(String text, String expected) {
        // When
        LmsRoot root = new LmsRoot(text);

        // Then
        assertThat(root.value()).isEqualTo(expected);
    }

    @Property
    void makesAnAddressOfWhateverTextABlockIsNamedBy(@ForAll String blockKey) {
        // When
        URI iri = URI.create(LMS.block(blockKey));

        // Then
        assertThat(iri.getHost()).isEqualTo("lms.example.org");
        assertThat(iri.getRawQuery()).isNull();
        assertThat(iri.getRawFragment()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lms.example.org",
                "/lms",
                "ftp://lms",
                "https://lms/?a=b",
                "https://lms/#top",
                "https://a b/"
            })
    void refusesWhatIsNoAddressOfAPlatform(String text) {
        // When
        var refused = assertThatThrownBy(() -> new LmsRoot(text));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
    }
}
