package org.laurel.programs.record.http;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.page.PublicUrl;
import org.laurel.programs.record.domain.ProgramRecord;
import org.laurel.programs.record.http.ReadableRecords.Read;

/** Pages and files of records. They need no script, and neither shared caches nor search engines keep anything of them. */
@ApplicationScoped
class RecordPages {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final Template record;
    private final Template list;
    private final Template notice;
    private final RecordFile file;
    private final String publicUrl;

    RecordPages(
            @Location("record/record.html") Template record,
            @Location("record/list.html") Template list,
            @Location("record/notice.html") Template notice,
            RecordFile file,
            PublicUrl publicUrl) {
        this.record = record;
        this.list = list;
        this.notice = notice;
        this.file = file;
        this.publicUrl = publicUrl.origin();
    }

    /** The page of a record. */
    Response page(Optional<Read> found, boolean shared) {
        return found.map(read -> html(200, record.data("sheet", sheet(read, shared))))
                .orElseGet(this::missing);
    }

    /** The record as a PDF file. */
    Response pdf(Optional<Read> found, boolean shared) {
        return found.map(read -> file(read, "pdf", "application/pdf", file.of(sheet(read, shared), read)))
                .orElseGet(this::missing);
    }

    /** The record as a table. */
    Response csv(Optional<Read> found) {
        return found.map(read -> file(read, "csv", "text/csv; charset=utf-8", RecordCsv.of(read)))
                .orElseGet(this::missing);
    }

    /** The list of a learner's records. */
    Response list(String platform, String learner, List<ProgramRecord> records) {
        return html(
                200,
                list.data("platform", platform)
                        .data("learner", learner)
                        .data("records", records.stream().map(RecordLink::of).toList()));
    }

    /** No such record, or not for the one who asks. */
    Response missing() {
        return html(
                404,
                notice.data("title", "Nothing to see here")
                        .data("text", "There is no record at this address, or it is not shared any more."));
    }

    private RecordSheet sheet(Read read, boolean shared) {
        String path = "/records/programs/" + (shared ? "shared/" : "") + UuidText.digits(read.uuid()) + "/";
        return RecordSheet.of(read, shared, publicUrl + path);
    }

    private static Response html(int status, TemplateInstance page) {
        return headed(Response.status(status).type(MediaType.TEXT_HTML + "; charset=utf-8"))
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .entity(page.render())
                .build();
    }

    private static Response file(Read read, String ending, String type, Object content) {
        String name = RecordCsv.name(read.record()) + "." + ending;
        String plain = name.replaceAll("[^\\x20-\\x7E]|[\"\\\\%/:]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return headed(Response.ok(content).type(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded)
                .build();
    }

    private static Response.ResponseBuilder headed(Response.ResponseBuilder answer) {
        return answer.header("Cache-Control", "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex");
    }
}
