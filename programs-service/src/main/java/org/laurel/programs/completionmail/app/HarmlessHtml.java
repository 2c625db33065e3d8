package org.laurel.programs.completionmail.app;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.laurel.programs.completionmail.domain.Placeholder;

/**
 * Leaves of HTML what mails are made of: text, links, pictures, tables and plain styles. Scripts, forms, frames, handlers of
 * events and addresses that are neither of the web nor of mail are left out.
 */
public final class HarmlessHtml {

    /** Stands for the credential's address while addresses are looked at. */
    private static final String ADDRESS = "https://credential-address.invalid/";

    private static final Pattern PLAIN_STYLE = Pattern.compile("[A-Za-z0-9\\s#%.,:;()'!-]*");
    private static final Pattern LOADING = Pattern.compile("(?i)(url|expression|image|src)\\s*\\(");

    private static final Safelist ALLOWED = new Safelist()
            .addTags("a", "abbr", "b", "blockquote", "br", "caption", "center", "code", "div", "em", "font", "h1", "h2")
            .addTags("h3", "h4", "h5", "h6", "hr", "i", "img", "li", "ol", "p", "pre", "q", "s", "small", "span")
            .addTags("strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul")
            .addAttributes(":all", "align", "dir", "lang", "style", "title")
            .addAttributes("a", "href")
            .addAttributes("font", "color", "face", "size")
            .addAttributes("img", "alt", "height", "src", "width")
            .addAttributes("table", "bgcolor", "border", "cellpadding", "cellspacing", "width")
            .addAttributes("td", "bgcolor", "colspan", "height", "rowspan", "valign", "width")
            .addAttributes("th", "bgcolor", "colspan", "height", "rowspan", "scope", "valign", "width")
            .addAttributes("tr", "bgcolor", "valign")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addProtocols("img", "src", "http", "https");

    private HarmlessHtml() {}

    /** What is harmless of the text. A second time it changes nothing. */
    public static String of(String html) {
        Pattern url = Placeholder.CREDENTIAL_URL.pattern();
        Document given = Jsoup.parseBodyFragment(url.matcher(html).replaceAll(ADDRESS));
        Document clean = new Cleaner(ALLOWED).clean(given);
        clean.outputSettings().prettyPrint(false);
        for (Element styled : clean.select("[style]")) {
            String style = styled.attr("style");
            if (!PLAIN_STYLE.matcher(style).matches() || LOADING.matcher(style).find()) {
                styled.removeAttr("style");
            }
        }
        return clean.body().html().replace(ADDRESS, "{{ " + Placeholder.CREDENTIAL_URL.code() + " }}");
    }
}
