package org.laurel.kit.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Tokens;

/**
 * Calls every operation of a service's OpenAPI document without a valid token. Every operation answers 401 with a problem
 * document, except the public ones: those marked {@code x-public: true} in the document or listed by the subclass. Calls
 * operators' operations, those with {@code /ops/} in the path, with a token of each role too: only staff and services get past
 * the door. Restricted applications without a scope get nowhere, whatever roles their token names. A service has one subclass,
 * annotated with {@code @QuarkusTest}.
 */
public abstract class AccessMatrix extends OperationMatrix {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final String OPERATORS = "/ops/";

    /** Public operations, each as method and path template: {@code GET /api/certificates/v1/verify/{uuid}}. */
    protected Set<String> publicOperations() {
        return Set.of();
    }

    /** Operations that restricted applications with the right scope may call, as method and path template. */
    protected Set<String> operationsForApplications() {
        return Set.of();
    }

    @Test
    public void anonymousCallersReachOnlyPublicOperations() {
        assertThat(operationsThatAnswerOtherwise(null)).isEmpty();
    }

    @Test
    public void expiredTokensReachNoProtectedOperation() {
        assertThat(operationsThatAnswerOtherwise(Tokens.expired())).isEmpty();
    }

    @Test
    public void applicationsWithoutScopeReachNothingWhoeverTheyActFor() {
        String token = Tokens.applicationWithoutScope();
        List<String> otherwise = operations().stream()
                .filter(operation -> !isPublic(operation))
                .map(operation -> operation.name() + " answers " + problem(operation, token))
                .filter(answer -> !answer.endsWith(" 403 not_for_applications") && !answer.endsWith(" 403 forbidden"))
                .toList();
        assertThat(otherwise)
                .containsExactlyInAnyOrderElementsOf(operationsForApplications().stream()
                        .map(operation -> operation + " answers 403 scope_missing")
                        .toList());
    }

    @Test
    public void learnersReachNoOperatorsOperation() {
        assertThat(operatorsAnswers(Tokens.learner("1004", "learner")))
                .allSatisfy((operation, status) -> assertThat(status).isEqualTo(FORBIDDEN));
    }

    @Test
    public void supportReachesNoOperatorsOperation() {
        assertThat(operatorsAnswers(Tokens.support()))
                .allSatisfy((operation, status) -> assertThat(status).isEqualTo(FORBIDDEN));
    }

    @Test
    public void staffReachEveryOperatorsOperation() {
        assertThat(operatorsAnswers(Tokens.staff()))
                .allSatisfy((operation, status) -> assertThat(status).isNotIn(UNAUTHORIZED, FORBIDDEN));
    }

    @Test
    public void servicesReachEveryOperatorsOperation() {
        assertThat(operatorsAnswers(Tokens.service()))
                .allSatisfy((operation, status) -> assertThat(status).isNotIn(UNAUTHORIZED, FORBIDDEN));
    }

    @Test
    public void publicOperationsNeedNoToken() {
        List<String> refused = operations().stream()
                .filter(this::isPublic)
                .filter(operation -> status(operation, null) == UNAUTHORIZED)
                .map(Operation::name)
                .toList();
        assertThat(refused).isEmpty();
    }

    @Test
    public void publicOperationsTakeAnApplicationForAnybody() {
        String token = Tokens.applicationWithoutScope();
        List<String> otherwise = operations().stream()
                .filter(this::isPublic)
                .filter(operation -> !problem(operation, token).equals(problem(operation, null)))
                .map(Operation::name)
                .toList();
        assertThat(otherwise).isEmpty();
    }

    @Test
    public void everyListedOperationExists() {
        Set<String> existing = operations().stream().map(Operation::name).collect(Collectors.toSet());
        assertThat(existing).isNotEmpty().containsAll(publicOperations()).containsAll(operationsForApplications());
    }

    private List<String> operationsThatAnswerOtherwise(@Nullable String token) {
        return operations().stream()
                .filter(operation -> !isPublic(operation))
                .map(operation -> operation.name() + " answers " + problem(operation, token))
                .filter(answer -> !answer.endsWith(" " + UNAUTHORIZED + " unauthorized"))
                .toList();
    }

    private Map<String, Integer> operatorsAnswers(String token) {
        Map<String, Integer> answers = new LinkedHashMap<>();
        operations().stream()
                .filter(operation -> operation.path().contains(OPERATORS))
                .forEach(operation -> answers.put(operation.name(), status(operation, token)));
        return answers;
    }

    private boolean isPublic(Operation operation) {
        return operation.isPublic() || publicOperations().contains(operation.name());
    }

    private int status(Operation operation, @Nullable String token) {
        return OperationCall.of(operation, path(operation), token).send().statusCode();
    }

    private String problem(Operation operation, @Nullable String token) {
        return OperationCall.problem(
                OperationCall.of(operation, path(operation), token).send());
    }
}
