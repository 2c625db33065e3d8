package org.laurel.kit.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.throttle.RequestLimit.Callers;

class RequestLimitTest {

    @Test
    void countsRequestsOfItsMethodsOnItsPaths() {
        // Given
        RequestLimit any = RequestLimit.of("learner", Callers.LEARNERS, "/api/one/.*", 5);

        // When
        RequestLimit posts = any.forPosts();

        // Then
        assertThat(any.covers("GET", "/api/one/{id}")).isTrue();
        assertThat(any.covers("POST", "/api/one/7")).isTrue();
        assertThat(any.covers("GET", "/api/two/7")).isFalse();
        assertThat(posts.covers("POST", "/api/one/7")).isTrue();
        assertThat(posts.covers("GET", "/api/one/7")).isFalse();
        assertThat(posts.perMinute()).isEqualTo(5);
        assertThat(any.forGets().covers("GET", "/api/one/7")).isTrue();
        assertThat(any.forGets().covers("POST", "/api/one/7")).isFalse();
    }

    @Test
    void aRefusalMayHaveTheMemberThatSomeClientsRead() {
        // Given
        Problem problem = Problem.of(429, "too_many_requests", "Later.");

        // When
        Problem told = problem.withError();

        // Then
        assertThat(problem.error()).isNull();
        assertThat(told.error()).isEqualTo("Later.");
        assertThat(told.at("/path", "t").error()).isEqualTo("Later.");
    }
}
