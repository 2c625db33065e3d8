package org.laurel.sample.tally.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.brake.Brake;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.DoublePage;
import org.laurel.kit.page.NumberedPage;
import org.laurel.kit.page.PageLinks;
import org.laurel.kit.page.PageRequest;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.OpenToApplications;
import org.laurel.kit.security.Roles;
import org.laurel.sample.tally.app.Faults;
import org.laurel.sample.tally.app.TallyKeeping;
import org.laurel.sample.tally.db.TallyQuery;
import org.laurel.sample.tally.db.TallyQuery.Tally;
import org.laurel.sample.tally.domain.Add;

/** Tallies by REST. */
@Path("/api/tally/v1")
public class TallyResource {

    private final TallyKeeping keeping;
    private final TallyQuery tallies;
    private final Caller caller;
    private final Clock clock;
    private final Faults faults;
    private final Brake brake;
    private final PageLinks links;

    TallyResource(
            TallyKeeping keeping,
            TallyQuery tallies,
            Caller caller,
            Clock clock,
            Faults faults,
            Brake brake,
            PageLinks links) {
        this.keeping = keeping;
        this.tallies = tallies;
        this.caller = caller;
        this.clock = clock;
        this.faults = faults;
        this.brake = brake;
        this.links = links;
    }

    /** What to add; the same fact key counts once. */
    public record Addition(
            @NotBlank String learnerId,
            @Max(1_000_000) long amount,
            @Nullable String factKey) {}

    @POST
    @Path("/additions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.STAFF)
    @Idempotent
    public Response add(@Valid @NotNull Addition addition) {
        if (addition.amount() == 13) {
            throw ProblemException.badRequest("unlucky", "13 is refused.");
        }
        String fact = addition.factKey() == null ? UUID.randomUUID().toString() : addition.factKey();
        keeping.apply(List.of(new Add(addition.learnerId(), fact, addition.amount(), clock.instant(), caller.cause())));
        return Response.created(URI.create("/api/tally/v1/learners/" + addition.learnerId()))
                .entity(tallies.of(addition.learnerId()).orElseThrow())
                .build();
    }

    @GET
    @Path("/learners/{id}")
    @PermitAll
    public Tally one(@PathParam("id") String id) {
        faults.strike(id);
        return tallies.of(id).orElseThrow(() -> ProblemException.notFound("no_tally", "no tally of " + id));
    }

    @GET
    @Path("/learners")
    @PermitAll
    public NumberedPage<Tally> flat(
            @QueryParam("prefix") String prefix,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer size) {
        PageRequest wanted = PageRequest.of(page, size, 2, 100);
        return NumberedPage.of(
                tallies.page(prefix, wanted.size(), wanted.offset()), tallies.count(prefix), wanted, links);
    }

    @GET
    @Path("/learners/double")
    @PermitAll
    public DoublePage<Tally> both(@QueryParam("prefix") String prefix, @QueryParam("page") @Nullable Integer page) {
        PageRequest wanted = PageRequest.of(page, null, 2, 100);
        return DoublePage.of(
                tallies.page(prefix, wanted.size(), wanted.offset()), tallies.count(prefix), wanted, links);
    }

    /** Answers while no brake holds the subject back. */
    @GET
    @Path("/braked/{subject}")
    @RolesAllowed(Roles.STAFF)
    public String braked(@PathParam("subject") String subject) {
        brake.refuseWhileEngaged(List.of(subject));
        return subject;
    }

    /** Who calls, as the kit understands the token. */
    public record Myself(
            String learnerId, String username, boolean ada, boolean staff, boolean service, boolean anonymous) {}

    @GET
    @Path("/me")
    @Authenticated
    public Myself me() {
        return myself();
    }

    @GET
    @Path("/granted")
    @Authenticated
    @OpenToApplications("tally:read")
    public Myself granted() {
        return myself();
    }

    /** For everybody, signed in or not. */
    @GET
    @Path("/anybody")
    @PermitAll
    public Myself anybody() {
        return myself();
    }

    @GET
    @Path("/granted/staff")
    @RolesAllowed(Roles.STAFF)
    @OpenToApplications("tally:read")
    public Myself grantedToStaff() {
        return myself();
    }

    /** Nobody has said who may call this. */
    @GET
    @Path("/forgotten")
    public String forgotten() {
        return "nobody may read this";
    }

    private Myself myself() {
        return new Myself(
                caller.learnerId(),
                caller.username(),
                caller.is("ada"),
                caller.isStaff(),
                caller.isService(),
                caller.isAnonymous());
    }
}
