package org.laurel.completion.xapi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
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
