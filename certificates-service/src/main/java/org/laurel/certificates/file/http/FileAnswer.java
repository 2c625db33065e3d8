package org.laurel.certificates.file.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.laurel.certificates.file.domain.StoredFile;

/**
 * Answers a GET with a file of the store: a strong ETag made of the content's hash, its length, its own media type and no
 * other, and 304 when the client has it already.
 */
public final class FileAnswer {

    private FileAnswer() {}

    /** To be shown in the page that asks for it. */
    public static Response inline(StoredFile file, String name, String cacheControl, Request request) {
        return answer(file, "inline", name, cacheControl, request);
    }

    /** To be saved by the browser under the name. */
    public static Response attachment(StoredFile file, String name, String cacheControl, Request request) {
        return answer(file, "attachment", name, cacheControl, request);
    }

    private static Response answer(
            StoredFile file, String disposition, String name, String cacheControl, Request request) {
        EntityTag tag = new EntityTag(file.sha256());
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        if (known != null) {
            return known.tag(tag)
                    .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                    .build();
        }
        return Response.ok(file.content(), file.mediaType())
                .tag(tag)
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(disposition, name))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** RFC 6266: a plain name for every client and the real one, percent-encoded, for those that read it. */
    static String disposition(String disposition, String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "%s; filename=\"%s\"; filename*=UTF-8''%s".formatted(disposition, plain, encoded);
    }
}
