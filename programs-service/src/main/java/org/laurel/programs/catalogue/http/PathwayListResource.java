package org.laurel.programs.catalogue.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.ListPage;
import org.laurel.kit.page.ListPage.Asked;
import org.laurel.kit.page.PageLinks;
import org.laurel.kit.page.UuidParameter;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.programs.catalogue.db.PathwayQuery;
import org.laurel.programs.catalogue.db.PathwayQuery.Found;
import org.laurel.programs.catalogue.domain.PathwayFilter;
import org.laurel.programs.catalogue.domain.PathwayStatus;
import org.laurel.programs.catalogue.domain.PathwayType;

/** Lists pathways. */
@Path("/api/programs/v1/pathways")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class PathwayListResource {

    private final PathwayQuery pathways;
    private final Caller caller;
    private final PageLinks links;

    PathwayListResource(PathwayQuery pathways, Caller caller, PageLinks links) {
        this.pathways = pathways;
        this.caller = caller;
        this.links = links;
    }

    @GET
    @Authenticated
    @Operation(
            summary = "Pathways by id",
            description = "program is the uuid of a program that they belong to; q is a part of the name or of the"
                    + " institution's name, ignoring case.")
    public ListPage<PathwayAnswer> list(
            @QueryParam("pathway_type") @Nullable String type,
            @QueryParam("status") @Nullable String status,
            @QueryParam("program") @Nullable String program,
            @QueryParam("q") @Nullable String text,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer size,
            @QueryParam("cursor") @Nullable String cursor) {
        PathwayFilter filter = new PathwayFilter(
                named(type, PathwayType::of, "invalid_pathway_type", "pathway_type is credit or industry."),
                named(status, PathwayStatus::of, "invalid_status", "status is published, unpublished or retired."),
                program == null || program.isEmpty() ? null : UuidParameter.read(program),
                text);
        boolean withEmail = caller.isPrivileged();
        return ListPage.read(
                new Asked(page, size, cursor),
                links,
                new Pathways(pathways, filter),
                found -> PathwayAnswer.of(found.pathway(), withEmail));
    }

    private static <E> @Nullable E named(
            @Nullable String text, Function<String, E> names, String errorCode, String detail) {
        try {
            return text == null || text.isEmpty() ? null : names.apply(text);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.badRequest(errorCode, detail);
        }
    }

    private record Pathways(PathwayQuery query, PathwayFilter filter) implements ListPage.Source<Found> {

        @Override
        public long count() {
            return query.count(filter);
        }

        @Override
        public List<Found> page(int offset, int limit) {
            return query.page(filter, offset, limit);
        }

        @Override
        public List<Found> after(String cursor, int limit) {
            return query.after(filter, ListPage.number(cursor), limit);
        }

        @Override
        public String cursor(Found item) {
            return String.valueOf(item.pathway().id());
        }
    }
}
