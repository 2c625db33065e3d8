package org.laurel.completion.structure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Outline;

/** A view is kept and shared: whatever is asked of it, it stays the same. */
class KeptViewTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void staysTheSameWhenAskedWhatCanBeEarned() {
        // Given
        Outline outline = Outline.small("course-v1:Org+kept+1").optional("ch1");
        CourseGraph graph = CourseGraph.of(1, outline.structure(1, AT), BlockTypes.USUAL);
        CourseView view = CourseView.of(graph, graph.profile(Viewer.ANYBODY, AT));
        List<Aggregate> aggregates = view.aggregates();
        List<String> completable = view.completableWithin(view.course());

        // When
        List<Boolean> earnable = aggregates.stream()
                .map(aggregate -> view.isEarnable(aggregate.number()))
                .toList();

        // Then
        assertThat(earnable).containsExactly(true, false, true, false);
        assertThat(view.aggregates()).isEqualTo(aggregates);
        assertThat(view.completableWithin(view.course())).isEqualTo(completable).contains(outline.key("a"));
        assertThat(view.block(outline.key("e"))).isPresent();
        assertThat(view.block(outline.key("ch1"))).isPresent();
    }
}
