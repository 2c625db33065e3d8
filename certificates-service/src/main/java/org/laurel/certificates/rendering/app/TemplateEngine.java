package org.laurel.certificates.rendering.app;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.Results;
import io.quarkus.qute.SetSectionHelper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.WhenSectionHelper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.laurel.certificates.template.domain.TemplateVersion;

/**
 * The template language: Qute without everything that reaches out. Values are texts, numbers, lists and maps; nothing is
 * looked up by reflection, nothing is included from elsewhere, nothing is printed unescaped, and loops end.
 */
@Singleton
class TemplateEngine {

    /** The largest filled template, in characters. */
    static final int LONGEST_PAGE = 2_000_000;

    private static final String ASSETS = "assets";
    private static final int MOST_ASSETS = 200;

    private final Engine engine;
    private final AssetAddresses addresses;

    TemplateEngine(AssetAddresses addresses) {
        this.addresses = addresses;
        this.engine = Engine.builder()
                .addSectionHelpers(
                        new IfSectionHelper.Factory(),
                        new BoundedLoop(),
                        new WhenSectionHelper.Factory(),
                        new SetSectionHelper.Factory())
                .addValueResolvers(
                        ValueResolvers.mapResolver(),
                        ValueResolvers.mapperResolver(),
                        ValueResolvers.mapEntryResolver(),
                        ValueResolvers.listResolver(),
                        ValueResolvers.collectionResolver(),
                        ValueResolvers.thisResolver(),
                        ValueResolvers.orResolver(),
                        ValueResolvers.orEmpty(),
                        ValueResolvers.trueResolver(),
                        ValueResolvers.logicalAndResolver(),
                        ValueResolvers.logicalOrResolver(),
                        ValueResolvers.equalsResolver())
                .addNamespaceResolver(NamespaceResolver.builder("asset")
                        .resolveAsync(this::asset)
                        .build())
                .addResultMapper(new EscapedText())
                .removeStandaloneLines(false)
                .strictRendering(true)
                .build();
    }

    /**
     * Fills a template with values.
     *
     * @throws RenderFailure when the template does not parse, names what is not there, or grows too large
     */
    String fill(String text, Map<String, Object> values, AssetSource assets) throws RenderFailure {
        if (text.getBytes(StandardCharsets.UTF_8).length > TemplateVersion.LARGEST) {
            throw RenderFailure.broken("The template is larger than " + TemplateVersion.LARGEST + " bytes.");
        }
        StringBuilder page = new StringBuilder();
        try {
            Template template = engine.parse(text);
            template.instance()
                    .data(values)
                    .setAttribute(BoundedLoop.BUDGET, new Budget())
                    .setAttribute(ASSETS, new KnownAssets(assets, MOST_ASSETS))
                    .consume(part -> append(page, part))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException failure) {
            throw failure(failure.getCause() == null ? failure : failure.getCause());
        } catch (RuntimeException | StackOverflowError failure) {
            throw failure(failure);
        }
        return page.toString();
    }

    private CompletionStage<Object> asset(EvalContext context) {
        if (!context.getName().equals("url") || context.getParams().size() != 1) {
            return Results.notFound(context);
        }
        KnownAssets assets = (KnownAssets) context.getAttribute(ASSETS);
        return context.evaluate(context.getParams().getFirst())
                .thenApply(slug -> assets.has(String.valueOf(slug)) ? addresses.of(String.valueOf(slug)) : "");
    }

    private static void append(StringBuilder page, String part) {
        if (page.length() + part.length() > LONGEST_PAGE) {
            throw new TemplateException("The filled template is longer than " + LONGEST_PAGE + " characters.");
        }
        page.append(part);
    }

    private static RenderFailure failure(Throwable failure) {
        if (!(failure instanceof TemplateException fault)) {
            return RenderFailure.broken(
                    failure instanceof StackOverflowError
                            ? "The template is nested too deeply."
                            : "The template cannot be filled.");
        }
        TemplateNode.Origin origin = fault.getOrigin();
        String message = String.valueOf(fault.getMessage())
                .replaceAll("(?s)^(Parser|Rendering) error(?: in template \\S+| at line \\d+)*(?: line \\d+)?:? *", "")
                .strip();
        return origin == null
                ? RenderFailure.broken(message)
                : RenderFailure.at(message, origin.getLine(), origin.getLineCharacterStart());
    }
}
