package org.laurel.completion.xapi.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.xapi.domain.Activity;
import org.laurel.completion.xapi.domain.LmsRoot;
import org.laurel.events.key.CourseKey;

class StatedObjectTest {

    private static final LmsRoot LMS = new LmsRoot("https://lms.example.org");
    private static final CourseKey COURSE = new CourseKey("course-v1:Org+object+xapi");
    private static final Aggregate CHAPTER =
            new Aggregate(1, "block-v1:Org+object+xapi+type@chapter+block@a", "chapter", 2, 0);
    private static final String KIND = "http://adlnet.gov/expapi/activities/module";

    @ParameterizedTest
    @CsvSource({
        "urn:uuid:0d01133c-265d-43e1-90b3-aa6553fbd649, " + KIND + ", 0",
        "https://example.org/ünit/7, https://example.org/kinds/unit, 0",
        "unit 7, " + KIND + ", 1",
        "/units/7, " + KIND + ", 1",
        "'', " + KIND + ", 1",
        "https://example.org/unit 7, " + KIND + ", 1",
        "https://example.org/7, unit, 1"
    })
    void isNamedAsTheDeploymentSaysIfThoseAreIris(String id, String type, int renamed) {
        // Given
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        Activity named = new Activity(id, type);
        StatedObject objects = new StatedObject((course, aggregate, lms) -> named, metrics);

        // When
        Activity stated = objects.of(COURSE, CHAPTER, LMS);

        // Then
        assertThat(stated).isEqualTo(renamed == 0 ? named : new Activity(LMS.block(CHAPTER.blockKey()), KIND));
        assertThat(metrics.counter("laurel.xapi", "outcome", "renamed").count()).isEqualTo(renamed);
    }
}
