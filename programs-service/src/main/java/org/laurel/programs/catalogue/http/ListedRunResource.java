package org.laurel.programs.catalogue.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.page.ListPage;
import org.laurel.kit.page.ListPage.Asked;
import org.laurel.kit.page.PageLinks;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.catalogue.db.ListedRunQuery;
import org.laurel.programs.catalogue.db.ListedRunQuery.Filter;
import org.laurel.programs.catalogue.db.ListedRunQuery.Listed;
import org.laurel.programs.catalogue.db.ListedRunQuery.Place;

/** Course runs as programs list them: which programs have which. */
@Path("/api/programs/v1/course-runs")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Catalogue")
public class ListedRunResource {

    private final ListedRunQuery runs;
    private final PageLinks links;

    ListedRunResource(ListedRunQuery runs, PageLinks links) {
        this.runs = runs;
        this.links = links;
    }

    /**
     * A run that programs list.
     *
     * @param programUuids the programs that have it
     */
    public record ListedRun(String courseKey, @Nullable UUID courseUuid, String courseTitle, List<UUID> programUuids) {

        static ListedRun of(Listed listed) {
            return new ListedRun(listed.courseKey(), listed.courseUuid(), listed.courseTitle(), listed.programs());
        }
    }

    @GET
    @Operation(
            summary = "Course runs of programs that are not deleted, by key",
            description =
                    "program and course are uuids; q is a part of the key or of the course's title, ignoring case.")
    public ListPage<ListedRun> list(
            @QueryParam("program") @Nullable String program,
            @QueryParam("course") @Nullable String course,
            @QueryParam("q") @Nullable String text,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer size,
            @QueryParam("cursor") @Nullable String cursor) {
        Filter filter = new Filter(ListParameters.uuid(program), ListParameters.uuid(course), text);
        return ListPage.read(new Asked(page, size, cursor), links, new Runs(runs, filter), ListedRun::of);
    }

    @GET
    @Path("/{course_key: .+}")
    @Operation(summary = "A course run: the programs that have it, and what their documents say of it")
    public ListedRunAnswer get(@PathParam("course_key") String text) {
        CourseKey courseKey = ListParameters.requiredCourseKey(text);
        List<Place> places = runs.places(courseKey);
        if (places.isEmpty()) {
            throw ProblemException.notFound("course_run_not_found", "No program has this course run.");
        }
        return ListedRunAnswer.of(courseKey.value(), places);
    }

    private record Runs(ListedRunQuery query, Filter filter) implements ListPage.Source<Listed> {

        @Override
        public long count() {
            return query.count(filter);
        }

        @Override
        public List<Listed> page(int offset, int limit) {
            return query.page(filter, offset, limit);
        }

        @Override
        public List<Listed> after(String cursor, int limit) {
            return query.after(filter, cursor, limit);
        }

        @Override
        public String cursor(Listed item) {
            return item.courseKey();
        }
    }
}
