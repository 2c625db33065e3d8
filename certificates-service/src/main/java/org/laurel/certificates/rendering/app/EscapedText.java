package org.laurel.certificates.rendering.app;

import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode;

/** Prints every value of a template as text: safe between tags and in quoted attributes, and allowed in XML at all. */
final class EscapedText implements ResultMapper {

    @Override
    public boolean appliesTo(TemplateNode.Origin origin, Object result) {
        return true;
    }

    @Override
    public String map(Object result, Expression expression) {
        if (!(result instanceof String || result instanceof Number || result instanceof Boolean)) {
            throw new TemplateException(expression.getOrigin(), "This is no text and cannot be printed.");
        }
        StringBuilder escaped = new StringBuilder();
        result.toString().codePoints().forEach(character -> append(escaped, character));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int character) {
        switch (character) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.appendCodePoint(isAllowed(character) ? character : 0xfffd);
        }
    }

    /** XML 1.0, production 2; halves of surrogate pairs are not characters. */
    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= ' ' && character < 0xd800)
                || (character >= 0xe000 && character < 0xfffe)
                || character > 0xffff;
    }
}
