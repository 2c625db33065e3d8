package org.laurel.programs.catalogue.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.ListPage;
import org.laurel.kit.page.ListPage.Asked;
import org.laurel.kit.page.PageLinks;
import org.laurel.programs.catalogue.db.OrganizationQuery;
import org.laurel.programs.catalogue.db.OrganizationQuery.Found;
import org.laurel.programs.catalogue.domain.OrganizationFilter;

/** Lists organisations. */
@Path("/api/programs/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class OrganizationListResource {

    private final OrganizationQuery organizations;
    private final PageLinks links;

    OrganizationListResource(OrganizationQuery organizations, PageLinks links) {
        this.organizations = organizations;
        this.links = links;
    }

    @GET
    @Authenticated
    @Operation(summary = "Organisations by key", description = "q is a part of the key or name, ignoring case.")
    public ListPage<OrganizationAnswer> list(
            @QueryParam("key") @Nullable String key,
            @QueryParam("q") @Nullable String text,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer size,
            @QueryParam("cursor") @Nullable String cursor) {
        return ListPage.read(
                new Asked(page, size, cursor),
                links,
                new Organizations(organizations, new OrganizationFilter(key, text)),
                found -> OrganizationAnswer.of(found.organization()));
    }

    private record Organizations(OrganizationQuery query, OrganizationFilter filter) implements ListPage.Source<Found> {

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
            return query.after(filter, cursor, limit);
        }

        @Override
        public String cursor(Found item) {
            return item.organization().key();
        }
    }
}
