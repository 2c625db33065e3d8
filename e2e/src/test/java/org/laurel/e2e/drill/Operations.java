package org.laurel.e2e.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackPaths;
import org.laurel.stack.rest.JsonClient;

/** Every operation that the services document, as a request with plausible values. */
final class Operations {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}:]+)[^}]*}");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String HEX = "0123456789abcdef0123456789abcdef";

    /** Answers that need no database, as method, path and status; and why they need none. */
    private static final Map<String, String> WITHOUT_DATABASE = Map.of(
            "GET /api/[a-z]+/ops/consumers 200",
            "how consumption does is known to the replica and to Kafka",
            "GET /api/dashboard/v[01]/programs/[0-9a-f-]{36} 200",
            "Laurel has no enterprises: the list is empty whatever is stored",
            "GET /certificates/user/[^/]+/course/[^/]+ 200",
            "an address of old, under which there is the same page for everybody",
            "POST /api/programs/v1/lti-secrets:renew 409",
            "the stack has no key to encrypt with, so that there is nothing to renew");

    private Operations() {}

    /** The requests, with a bearer token that may do everything. */
    static List<HttpRequest> of(String baseUrl, String token) {
        List<HttpRequest> requests = new ArrayList<>();
        for (LaurelService service : LaurelService.everywhere()) {
            document(service)
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                        if (METHODS.contains(method)) {
                            requests.add(request(baseUrl, path.getKey(), method.toUpperCase(Locale.ROOT), token));
                        }
                    }));
        }
        return requests;
    }

    /**
     * Whether only the database could have known this answer.
     *
     * @param answer method, path and status
     */
    static boolean needsDatabase(String answer) {
        return WITHOUT_DATABASE.keySet().stream().noneMatch(answer::matches);
    }

    private static HttpRequest request(String baseUrl, String path, String method, String token) {
        String filled = PARAMETER.matcher(path).replaceAll(parameter -> value(path, parameter));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + filled))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token);
        if (method.equals("GET") || method.equals("DELETE")) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{}"))
                .build();
    }

    /** A value of the right form: of any other it is known without the database that there is no such thing. */
    private static String value(String path, MatchResult parameter) {
        String name = parameter.group(1).toLowerCase(Locale.ROOT);
        if (name.equals("command")) {
            return path.contains("/command-configurations/") ? "cert_generation" : "add";
        }
        if (name.contains("course") || name.equals("key")) {
            return JsonClient.encoded("course-v1:Laurel+Drill+1");
        }
        boolean page = path.equals("/credentials/{uuid}");
        if (page || name.contains("verify") || name.contains("download") || name.contains("hex")) {
            return HEX;
        }
        if (name.contains("uuid")) {
            return "9b5a4e5c-7a8d-4b59-9b8a-3f0c8a6f2d11";
        }
        return name.contains("user") || name.contains("learner") ? "drilled" : "1";
    }

    private static JsonNode document(LaurelService service) {
        Path file = StackPaths.find().home().resolve(service.module()).resolve("src/main/openapi/openapi.yaml");
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
