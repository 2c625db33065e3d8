package org.laurel.kit.test.api;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import java.nio.file.Path;

/** Lets {@link DocumentedAnswers} see what every Quarkus test asks by REST Assured. Quarkus finds it as a service provider. */
public class AnswersWatch implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        boolean watched = RestAssured.filters().stream().anyMatch(DocumentedAnswers.class::isInstance);
        if (!watched) {
            DocumentedAnswers.of(Path.of("src/main/openapi/openapi.yaml")).ifPresent(RestAssured::filters);
        }
    }
}
