package org.laurel.kit.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The shape of a {@link org.laurel.kit.problem.Problem}; single problems have members besides. */
final class ProblemSchema {

    static final String NAME = "Problem";

    private ProblemSchema() {}

    static Schema create() {
        Schema violation = object().addProperty("field", text()).addProperty("message", text());
        return object().addProperty(
                        "type",
                        text().format("uri").description("The kind of problem: urn:laurel:problem:<error_code>"))
                .addProperty("title", text().description("The meaning of the status"))
                .addProperty("status", of(SchemaType.INTEGER))
                .addProperty("detail", text().description("What is wrong with this request and how to mend it"))
                .addProperty("instance", text().description("The path that was asked for"))
                .addProperty("error_code", text())
                .addProperty("developer_message", text().description("The detail once more"))
                .addProperty("violations", of(SchemaType.ARRAY).items(violation))
                .addProperty("trace_id", text().description("Finds the request in logs"))
                .required(List.of("type", "title", "status", "detail", "error_code", "developer_message"));
    }

    private static Schema object() {
        return of(SchemaType.OBJECT);
    }

    private static Schema text() {
        return of(SchemaType.STRING);
    }

    private static Schema of(SchemaType type) {
        return OASFactory.createSchema().type(List.of(type));
    }
}
