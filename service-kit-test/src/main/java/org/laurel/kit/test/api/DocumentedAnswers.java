package org.laurel.kit.test.api;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every answer that a module's REST tests get, and fails the test when the committed OpenAPI document does not tell
 * that the operation can answer with this status. Answers of paths and methods that the document does not have pass, and so
 * does every answer while documents are written anew.
 */
final class DocumentedAnswers implements Filter {

    private static final Pattern CODE = Pattern.compile("\"error_code\"\\s*:\\s*\"([^\"]+)\"");

    private final Path document;
    private final List<Template> templates;

    DocumentedAnswers(Path document) {
        this.document = document;
        this.templates = read(document).stream()
                .map(Template::of)
                .sorted(Comparator.comparingInt(Template::literals).reversed())
                .toList();
    }

    /** Looks at the document where the module has one. */
    static Optional<DocumentedAnswers> of(Path document) {
        return Files.exists(document) && !Boolean.getBoolean("laurel.update")
                ? Optional.of(new DocumentedAnswers(document))
                : Optional.empty();
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        String fault = fault(request.getMethod(), request.getURI(), answer.statusCode(), code(answer));
        if (fault != null) {
            throw new AssertionError(fault);
        }
        return answer;
    }

    /** The error code of a conflict: that every changing operation tells of conflicts of keys says nothing about its own. */
    private static String code(Response answer) {
        boolean conflict = answer.statusCode() == 409 || answer.statusCode() == 422;
        Matcher code = CODE.matcher(conflict ? answer.asString() : "");
        return code.find() ? code.group(1) : "";
    }

    /** What is wrong with an answer; null when nothing is. */
    @Nullable String fault(String method, String uri, int status, String code) {
        String path = path(uri);
        return templates.stream()
                .filter(template -> template.covers(method, path))
                .findFirst()
                .map(Template::operation)
                .filter(operation -> !operation.statuses().contains(String.valueOf(status))
                        && !operation.statuses().contains(status + " " + code))
                .map(operation -> "%s answers %d %s, but %s tells only of %s. Declare it with @APIResponse."
                        .formatted(
                                operation.name(),
                                status,
                                code,
                                document,
                                operation.statuses().stream().sorted().toList()))
                .orElse(null);
    }

    /** The path as the service matches it: decoded, but for slashes within a segment. */
    private static String path(String uri) {
        String raw = URI.create(uri).getRawPath();
        String path = URLDecoder.decode(raw.replace("+", "%2B").replaceAll("(?i)%2F", "%252F"), StandardCharsets.UTF_8);
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static List<Operation> read(Path document) {
        try {
            return OpenApiDocument.parse(Files.readString(document)).operations();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A path of the document as a pattern; the one with the most characters of its own comes first, as in the service. */
    private record Template(Operation operation, Pattern pattern, int literals) {

        static Template of(Operation operation) {
            String path = operation.path();
            StringBuilder expression = new StringBuilder();
            int literals = 0;
            int end = 0;
            for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', end)) {
                expression.append(Pattern.quote(path.substring(end, open)));
                literals += open - end;
                end = path.indexOf('}', open) + 1;
                expression.append(value(operation, path.substring(open + 1, end - 1)));
            }
            expression.append(Pattern.quote(path.substring(end)));
            return new Template(
                    operation, Pattern.compile(expression.toString(), Pattern.DOTALL), literals + path.length() - end);
        }

        boolean covers(String method, String path) {
            return operation.method().equals(method) && pattern.matcher(path).matches();
        }

        private static String value(Operation operation, String name) {
            boolean slashes = operation.parameters().stream()
                    .anyMatch(parameter ->
                            parameter.name().equals(name) && parameter.pattern().equals(".+"));
            return slashes ? ".+" : "[^/]+";
        }
    }
}
