package org.laurel.certificates.rendering.app;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads a filled template as XML: no document type, no entities of its own, neither deep nor large. */
final class Xhtml {

    private static final int DEEPEST = 100;
    private static final int MOST_NODES = 50_000;
    private static final String NOT_XHTML = "The filled template is not well-formed XHTML";
    private static final String TOO_LARGE = "The filled template has more than " + DEEPEST
            + " levels of elements or more than " + MOST_NODES + " nodes.";
    private static final Pattern DOCTYPE = Pattern.compile("(?i)^\\s*<!DOCTYPE\\s+html[^>\\[]*>");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("&nbsp;", "&#160;"),
            Map.entry("&copy;", "&#169;"),
            Map.entry("&reg;", "&#174;"),
            Map.entry("&trade;", "&#8482;"),
            Map.entry("&middot;", "&#183;"),
            Map.entry("&bull;", "&#8226;"),
            Map.entry("&hellip;", "&#8230;"),
            Map.entry("&ndash;", "&#8211;"),
            Map.entry("&mdash;", "&#8212;"),
            Map.entry("&laquo;", "&#171;"),
            Map.entry("&raquo;", "&#187;"),
            Map.entry("&lsquo;", "&#8216;"),
            Map.entry("&rsquo;", "&#8217;"),
            Map.entry("&ldquo;", "&#8220;"),
            Map.entry("&rdquo;", "&#8221;"));

    private Xhtml() {}

    /**
     * Parses a page.
     *
     * @throws RenderFailure with the place in the page, whose lines are those of the template as long as values have none
     */
    static Document parse(String page) throws RenderFailure {
        String xml = DOCTYPE.matcher(page).replaceFirst("").stripLeading();
        int linesBefore = (int) page.substring(0, page.length() - xml.length())
                .chars()
                .filter(character -> character == '\n')
                .count();
        for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
            xml = xml.replace(entity.getKey(), entity.getValue());
        }
        try {
            Document document = builder().parse(new InputSource(new StringReader(xml)));
            requireModest(document);
            return document;
        } catch (SAXParseException fault) {
            throw RenderFailure.at(
                    reason(fault),
                    Math.max(1, fault.getLineNumber()) + linesBefore,
                    Math.max(1, fault.getColumnNumber()));
        } catch (SAXException | IOException | ParserConfigurationException | RuntimeException fault) {
            throw RenderFailure.broken(NOT_XHTML + ".");
        }
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Strict());
        return builder;
    }

    /** Some Java versions refuse deep trees themselves, in words about their own settings. */
    private static String reason(SAXParseException fault) {
        String message = String.valueOf(fault.getMessage());
        return message.contains("maxElementDepth") ? TOO_LARGE : NOT_XHTML + ": " + message;
    }

    /** Layout goes down the tree by recursion, and its effort grows with the number of boxes. */
    private static void requireModest(Document document) throws RenderFailure {
        int depth = 0;
        int nodes = 0;
        Node node = document;
        while (node != null) {
            nodes++;
            if (depth > DEEPEST || nodes > MOST_NODES) {
                throw RenderFailure.broken(TOO_LARGE);
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
            } else {
                while (node != null && node.getNextSibling() == null) {
                    node = node.getParentNode();
                    depth--;
                }
                node = node == null ? null : node.getNextSibling();
            }
        }
    }

    /** Says nothing on standard output. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException fault) {}

        @Override
        public void error(SAXParseException fault) throws SAXException {
            throw fault;
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXException {
            throw fault;
        }
    }
}
