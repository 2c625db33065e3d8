package org.laurel.completion.structure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.UsageKey;

class BlockKeysTest {

    @ParameterizedTest
    @CsvSource({
        "block-v1:Org+A+1+type@html+block@h, course-v1:Org+A+1, true",
        "block-v1:Org+A+12+type@html+block@h, course-v1:Org+A+1, false",
        "block-v1:Org+A+2+type@html+block@h, course-v1:Org+A+1, false",
        "i4x://Org/A/html/h, course-v1:Org+A+1, false",
        "ccx-block-v1:Org+A+1+ccx@3+type@html+block@h, ccx-v1:Org+A+1+ccx@3, true",
        "ccx-block-v1:Org+A+1+ccx@4+type@html+block@h, ccx-v1:Org+A+1+ccx@3, false",
        "block-v1:Org+A+1+type@html+block@h, ccx-v1:Org+A+1+ccx@3, false",
        "i4x://Org/A/html/h, Org/A/2012_Fall, true",
        "i4x://Org/AB/html/h, Org/A/2012_Fall, false",
        "i4x://Other/A/html/h, Org/A/2012_Fall, false",
        "block-v1:Org+A+2012_Fall+type@html+block@h, Org/A/2012_Fall, false"
    })
    void belongToTheCourseRunThatTheyName(String block, CourseKey courseKey, boolean expected) {
        // When
        boolean belong = BlockKeys.belong(new UsageKey(block), courseKey);

        // Then
        assertThat(belong).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "block-v1:Org+A+1+type@html+block@h, true",
        "i4x://Org/A/html/h, true",
        "course-v1:Org+A+1, false",
        "nonsense, false",
        "'', false"
    })
    void areUsageKeysByTheirForm(String text, boolean expected) {
        // When
        boolean key = BlockKeys.isUsageKey(text);

        // Then
        assertThat(key).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "block-v1:Org+A+2012_Fall+type@html+block@h, Org/A/2012_Fall, i4x://Org/A/html/h",
        "i4x://Org/A/html/h, Org/A/2012_Fall, i4x://Org/A/html/h",
        "block-v1:Org+A+2013_Fall+type@html+block@h, Org/A/2012_Fall, block-v1:Org+A+2013_Fall+type@html+block@h",
        "block-v1:Org+A+2012_Fall+type@html, Org/A/2012_Fall, block-v1:Org+A+2012_Fall+type@html",
        "nonsense, Org/A/2012_Fall, nonsense",
        "block-v1:Org+A+1+type@html+block@h, course-v1:Org+A+1, block-v1:Org+A+1+type@html+block@h"
    })
    void areStoredAsTheStructureOfTheCourseRunHasThem(String text, CourseKey courseKey, String expected) {
        // When
        String stored = BlockKeys.stored(text, courseKey);

        // Then
        assertThat(stored).isEqualTo(expected);
    }
}
