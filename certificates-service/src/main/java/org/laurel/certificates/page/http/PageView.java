package org.laurel.certificates.page.http;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.laurel.certificates.page.app.DocumentAssembly.Assembled;
import org.laurel.certificates.rendering.app.HtmlRendering;
import org.laurel.certificates.rendering.app.RenderFailure;
import org.laurel.certificates.rendering.domain.CertificateDocument;
import org.laurel.certificates.rendering.domain.Labels;
import org.laurel.certificates.site.domain.Sharing;

/** Makes answers of certificate pages. They need no script, and nothing of them is kept by caches that others share. */
@ApplicationScoped
class PageView {

    private static final Logger LOG = Logger.getLogger(PageView.class);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
    /** What the standard page reads of its texts; what nobody has said is empty. */
    private static final List<String> TEXTS = List.of(
            "platform_name",
            "organization_name",
            "certificate_title",
            "certificate_type_description",
            "course_number",
            "logo_src",
            "logo_url",
            "company_about_url",
            "company_tos_url",
            "company_privacy_url");

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src * data:; font-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final HtmlRendering rendering;
    private final Template certificate;
    private final Template notice;

    PageView(
            HtmlRendering rendering,
            @Location("page/certificate.html") Template certificate,
            @Location("page/notice.html") Template notice) {
        this.rendering = rendering;
        this.certificate = certificate;
        this.notice = notice;
    }

    /** The certificate: by its own template, or the standard page. */
    Response certificate(Assembled assembled) {
        if (assembled.template() == null) {
            return html(200, standard(assembled));
        }
        try {
            return answer(200, rendering.render(assembled.document(), assembled.template()));
        } catch (RenderFailure broken) {
            LOG.warnf(
                    "Template version %d cannot be rendered, the standard page is shown: %s",
                    assembled.template().id(), broken.reason());
            return html(200, standard(assembled));
        }
    }

    /** No such certificate, or none to see yet. */
    Response hidden() {
        return notice(404, "Nothing to see here", "There is no certificate at this address, or it does not show yet.");
    }

    /** Known, and not to be shown, for a reason that is nobody's business. */
    Response gone() {
        return notice(410, "This certificate is not shown", "It is not, or no longer, valid, or its owner has left.");
    }

    /** A preview that cannot be shown. */
    Response invalid() {
        return notice(200, "Invalid certificate", "We cannot find a certificate for this address.");
    }

    /** An address of old. */
    Response unsupported() {
        return notice(
                200,
                "This address is not supported",
                "Certificates have addresses of their own now. Ask its owner for it.");
    }

    private TemplateInstance standard(Assembled assembled) {
        CertificateDocument document = assembled.document();
        Labels labels = Labels.of(document.language());
        Map<String, String> texts = new HashMap<>(document.texts());
        TEXTS.forEach(name -> texts.putIfAbsent(name, ""));
        Sharing sharing = assembled.site().sharing();
        String url = encoded(document.verifyUrl());
        return certificate
                .data("document", document)
                .data("texts", texts)
                .data("language", labels.language())
                .data("labels", labels.words())
                .data("issued", DATE.withLocale(Locale.of(labels.language())).format(document.issueDate()))
                .data("facebook", sharing.facebook() ? "https://www.facebook.com/sharer/sharer.php?u=" + url : "")
                .data(
                        "twitter",
                        sharing.twitter()
                                ? "https://twitter.com/intent/tweet?url=" + url + "&text="
                                        + encoded(
                                                sharing.twitterText() == null
                                                        ? document.courseTitle()
                                                        : sharing.twitterText())
                                : "")
                .data("linkedin", sharing.linkedin() ? linkedIn(document, sharing, url) : "");
    }

    private static String linkedIn(CertificateDocument document, Sharing sharing, String url) {
        String organization = sharing.linkedinCompanyId() == null
                ? "organizationName=" + encoded(document.organization())
                : "organizationId=" + encoded(sharing.linkedinCompanyId());
        return "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name="
                + encoded(document.courseTitle()) + "&" + organization + "&issueYear="
                + document.issueDate().getYear() + "&issueMonth="
                + document.issueDate().getMonthValue() + "&certUrl=" + url + "&certId=" + document.verifyUuid();
    }

    private Response notice(int status, String title, String text) {
        return html(status, notice.data("title", title).data("text", text));
    }

    private static Response html(int status, TemplateInstance page) {
        return answer(status, page.render());
    }

    private static Response answer(int status, String page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML + "; charset=utf-8")
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept-Language")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .entity(page)
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
