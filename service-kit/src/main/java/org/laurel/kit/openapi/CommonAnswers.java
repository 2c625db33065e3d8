package org.laurel.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.laurel.kit.problem.Problem;

/**
 * Completes a service's OpenAPI document with what the kit does for every operation: the {@link CommonAnswer}s, the
 * {@code Idempotency-Key} and the token. What a resource method tells of a status itself stays; a refusal
 * of which it gives no body has that of a problem.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP, priority = CommonAnswers.LAST)
public class CommonAnswers implements OASFilter {

    /** Filters of the services come first. */
    static final int LAST = 0;

    private static final String KEY = "IdempotencyKey";
    private static final String TOKEN = "bearer";

    /** What the framework writes where a resource method says nothing. */
    private static final Set<String> EMPTY_WORDS = Set.of("Bad Request", "Not Authorized", "Not Allowed");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        Components components =
                document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        components.addSchema(ProblemSchema.NAME, ProblemSchema.create());
        components.addParameter(KEY, idempotencyKey());
        for (CommonAnswer answer : CommonAnswer.values()) {
            components.addResponse(answer.reference(), response(answer));
        }
        document.setComponents(components);
        operations(document).forEach(CommonAnswers::complete);
    }

    private static Stream<DocumentedOperation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().entrySet().stream()
                .flatMap(path -> path.getValue().getOperations().entrySet().stream()
                        .map(method -> new DocumentedOperation(path.getKey(), method.getKey(), method.getValue())));
    }

    private static void complete(DocumentedOperation operation) {
        APIResponses responses = operation.declared().getResponses() == null
                ? OASFactory.createAPIResponses()
                : operation.declared().getResponses();
        for (CommonAnswer answer : CommonAnswer.values()) {
            if (answer.isGivenBy(operation)) {
                tell(answer, responses);
            }
        }
        if (!operation.showsPages()) {
            responses.getAPIResponses().forEach(CommonAnswers::completeRefusal);
        }
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
        operation.declared().setResponses(responses);
        if (operation.changes()) {
            operation.declared().addParameter(OASFactory.createParameter().ref(KEY));
        }
        if (operation.isGuarded() && operation.declared().getSecurity() == null) {
            operation
                    .declared()
                    .addSecurityRequirement(
                            OASFactory.createSecurityRequirement().addScheme(TOKEN));
        }
    }

    private static void tell(CommonAnswer answer, APIResponses responses) {
        APIResponse declared = responses.getAPIResponse(answer.status());
        if (isSilent(declared)) {
            responses.addAPIResponse(
                    answer.status(), OASFactory.createAPIResponse().ref(answer.reference()));
        } else if (answer.comesBesideOthers() && declared.getRef() == null) {
            declared.setDescription(declared.getDescription() + ". Also: " + answer.description());
        }
    }

    /** What a resource method tells of a refusal in words alone has the shape of a problem. */
    private static void completeRefusal(String status, APIResponse response) {
        boolean refusal = status.startsWith("4") || status.startsWith("5");
        if (refusal && response.getRef() == null && response.getContent() == null) {
            response.setContent(problem());
        }
    }

    private static boolean isSilent(APIResponse declared) {
        return declared == null
                || (declared.getContent() == null && EMPTY_WORDS.contains(String.valueOf(declared.getDescription())));
    }

    private static APIResponse response(CommonAnswer answer) {
        return OASFactory.createAPIResponse().description(answer.description()).content(problem());
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(ProblemSchema.NAME)));
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description(
                        "The same request under the same key has one effect and gets the same answer, for 24 hours")
                .schema(OASFactory.createSchema()
                        .type(List.of(SchemaType.STRING))
                        .minLength(1)
                        .maxLength(255));
    }
}
