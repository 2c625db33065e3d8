package org.laurel.certificates.rendering.app;

import io.quarkus.qute.Expression;
import io.quarkus.qute.LoopSectionHelper;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.TemplateException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Qute's loop over lists only, and within the {@link Budget} of the filling. Qute itself also counts up to any number that
 * a template names, and keeps every repetition in memory.
 */
final class BoundedLoop implements SectionHelperFactory<SectionHelper> {

    /** The attribute of a filling that holds its budget. */
    static final String BUDGET = "budget";

    private final LoopSectionHelper.Factory loops = new LoopSectionHelper.Factory();

    @Override
    public List<String> getDefaultAliases() {
        return loops.getDefaultAliases();
    }

    @Override
    public ParametersInfo getParameters() {
        return loops.getParameters();
    }

    @Override
    public List<String> getBlockLabels() {
        return loops.getBlockLabels();
    }

    @Override
    public Scope initializeBlock(Scope outer, BlockInfo block) {
        return loops.initializeBlock(outer, block);
    }

    @Override
    public SectionHelper initialize(SectionInitContext init) {
        Expression iterable = init.getExpression("iterable");
        int steps = init.getBlocks().stream().mapToInt(BoundedLoop::steps).sum();
        SectionHelper loop = loops.initialize(init);
        return context -> resolve(context, loop, iterable, steps);
    }

    private static CompletionStage<ResultNode> resolve(
            SectionHelper.SectionResolutionContext context, SectionHelper loop, Expression iterable, int steps) {
        return context.evaluate(iterable).thenCompose(items -> {
            if (!(items instanceof Collection)) {
                throw new TemplateException(iterable.getOrigin(), "A loop goes over a list; this is none.");
            }
            return loop.resolve(new Counted(context, steps));
        });
    }

    private static int steps(SectionBlock block) {
        return block.nodes.stream()
                .mapToInt(node -> 1 + node.getExpressions().size())
                .sum();
    }

    /** Takes each repetition from the budget before it is made. */
    private record Counted(SectionHelper.SectionResolutionContext context, int steps)
            implements SectionHelper.SectionResolutionContext {

        @Override
        public CompletionStage<Map<String, Object>> evaluate(Map<String, Expression> parameters) {
            return context.evaluate(parameters);
        }

        @Override
        public ResolutionContext resolutionContext() {
            return context.resolutionContext();
        }

        @Override
        public ResolutionContext newResolutionContext(Object data, Map<String, SectionBlock> extending) {
            return context.newResolutionContext(data, extending);
        }

        @Override
        public CompletionStage<ResultNode> execute(@Nullable SectionBlock block, ResolutionContext child) {
            Budget budget =
                    (Budget) Objects.requireNonNull(context.resolutionContext().getAttribute(BUDGET));
            budget.take(1 + steps);
            return context.execute(block, child);
        }

        @Override
        public Map<String, Object> getParameters() {
            return context.getParameters();
        }
    }
}
