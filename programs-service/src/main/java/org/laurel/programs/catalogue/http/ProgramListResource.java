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
import org.laurel.kit.page.FlagParameter;
import org.laurel.kit.page.ListPage;
import org.laurel.kit.page.ListPage.Asked;
import org.laurel.kit.page.PageLinks;
import org.laurel.programs.catalogue.db.ProgramQuery;
import org.laurel.programs.catalogue.db.ProgramQuery.Found;
import org.laurel.programs.catalogue.domain.ProgramFilter;

/** Lists programs. */
@Path("/api/programs/v1/programs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ProgramListResource {

    private final ProgramQuery programs;
    private final PageLinks links;

    ProgramListResource(ProgramQuery programs, PageLinks links) {
        this.programs = programs;
        this.links = links;
    }

    @GET
    @Authenticated
    @Operation(
            summary = "Programs as they were put, in the order in which they came",
            description = "All conditions that are given hold. status, type and uuids take several values, separated by"
                    + " commas; without status, deleted programs are left out. type is a slug in any case; organization the"
                    + " key or uuid of an author; course_key a run, course the uuid of a course; hidden=false leaves hidden"
                    + " programs out; q is a part of the title or marketing slug, ignoring case.")
    public ListPage<RawDocument> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("type") @Nullable String type,
            @QueryParam("organization") @Nullable String organization,
            @QueryParam("course_key") @Nullable String courseKey,
            @QueryParam("course") @Nullable String course,
            @QueryParam("uuids") @Nullable String uuids,
            @QueryParam("hidden") @Nullable String hidden,
            @QueryParam("q") @Nullable String text,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer size,
            @QueryParam("cursor") @Nullable String cursor) {
        ProgramFilter filter = new ProgramFilter(
                ListParameters.statuses(status),
                ListParameters.slugs(type),
                ListParameters.given(organization),
                ListParameters.courseKey(courseKey),
                ListParameters.uuid(course),
                ListParameters.uuids(uuids),
                FlagParameter.read("hidden", hidden),
                text);
        return ListPage.read(
                new Asked(page, size, cursor),
                links,
                new Programs(programs, filter),
                found -> new RawDocument(found.document()));
    }

    private record Programs(ProgramQuery query, ProgramFilter filter) implements ListPage.Source<Found> {

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
            return String.valueOf(item.id());
        }
    }
}
