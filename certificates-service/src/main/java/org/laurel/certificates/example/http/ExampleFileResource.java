package org.laurel.certificates.example.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.example.db.ExampleQuery;
import org.laurel.certificates.example.domain.ExampleCertificate;
import org.laurel.certificates.file.db.FileQuery;
import org.laurel.certificates.file.domain.StoredFile;
import org.laurel.certificates.file.http.FileAnswer;
import org.laurel.certificates.role.http.CourseAccess;
import org.laurel.kit.problem.ProblemException;

/** The PDF files of example certificates, for those who administer the course run. */
@Path("/api/certificates/v1/example-certificates/{uuid}/file")
@Authenticated
@Tag(name = "Example certificates")
public class ExampleFileResource {

    private final ExampleQuery examples;
    private final FileQuery files;
    private final CourseAccess access;

    ExampleFileResource(ExampleQuery examples, FileQuery files, CourseAccess access) {
        this.examples = examples;
        this.files = files;
        this.access = access;
    }

    @GET
    @Operation(summary = "The PDF file of an example certificate")
    @APIResponse(responseCode = "200", description = "The file")
    public Response get(@PathParam("uuid") String uuid, @Context Request request) {
        access.requireCourseAdminOrService(examples.courseOf(uuid).orElseThrow(ExampleFileResource::notFound));
        StoredFile file = files.ofOwner(ExampleCertificate.owner(uuid)).orElseThrow(ExampleFileResource::notFound);
        return FileAnswer.inline(file, "example-certificate.pdf", "private, no-cache", request);
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("example_not_found", "There is no such example certificate.");
    }
}
