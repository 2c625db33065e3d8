package org.laurel.certificates.page.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.configuration.db.ConfigurationQuery;
import org.laurel.certificates.configuration.domain.CertificateText;
import org.laurel.certificates.configuration.domain.ConfigurationVersion;
import org.laurel.certificates.configuration.domain.CourseConfiguration;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.htmlview.db.HtmlViewQuery;
import org.laurel.certificates.issuance.domain.CertificateLinks;
import org.laurel.certificates.issuance.domain.Visibility;
import org.laurel.certificates.mode.db.ModeQuery;
import org.laurel.certificates.mode.domain.CourseMode;
import org.laurel.certificates.page.db.PageQuery.Shown;
import org.laurel.certificates.rendering.domain.CertificateDocument;
import org.laurel.certificates.rendering.domain.CertificateDocument.Signatory;
import org.laurel.certificates.site.db.SiteQuery;
import org.laurel.certificates.site.domain.SiteConfiguration;
import org.laurel.certificates.template.db.TemplateQuery;
import org.laurel.certificates.template.domain.TemplateVersion;
import org.laurel.events.key.CourseKey;

/**
 * Puts together what a certificate says: what was fixed when it was granted, and around it what the deployment says of itself
 * today. Later sources win: the deployment's texts, the mode's, the site, the course run's own. Source: certificates, web
 * certificate.
 */
@ApplicationScoped
public class DocumentAssembly {

    private static final String LANGUAGE = "en";

    private final ConfigurationQuery configurations;
    private final HtmlViewQuery views;
    private final SiteQuery sites;
    private final ModeQuery modes;
    private final TemplateQuery templates;
    private final Clock clock;
    private final String publicUrl;

    DocumentAssembly(
            ConfigurationQuery configurations,
            HtmlViewQuery views,
            SiteQuery sites,
            ModeQuery modes,
            TemplateQuery templates,
            Clock clock,
            @ConfigProperty(name = "laurel.public-url") String publicUrl) {
        this.configurations = configurations;
        this.views = views;
        this.sites = sites;
        this.modes = modes;
        this.templates = templates;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /**
     * What is rendered.
     *
     * @param template the version that the certificate keeps, null for the standard layout
     * @param site what the deployment says of itself
     */
    public record Assembled(
            CertificateDocument document, @Nullable TemplateVersion template, SiteConfiguration site) {}

    /** Puts a certificate's document together. */
    public Assembled assemble(Shown shown) {
        CourseKey course = shown.key().courseKey();
        Long version = shown.configurationVersion();
        CourseConfiguration configuration = (version == null
                        ? configurations.current(course)
                        : configurations.at(course, version))
                .map(ConfigurationVersion::configuration)
                .orElse(NOTHING);
        SiteConfiguration site = sites.current();
        String mode = shown.issued().certificate().mode();
        Instant issued = Visibility.displayDate(shown.terms().newest(), shown.issued(), clock.instant());
        CertificateDocument document = new CertificateDocument(
                shown.issued().certificate().name(),
                title(configuration, shown.title(), course),
                course.value(),
                organization(configuration, shown.title(), course),
                mode,
                modeText(course, mode),
                LocalDate.ofInstant(issued, ZoneOffset.UTC),
                shown.issued().verifyUuid(),
                verifyUrl(site, shown.issued().verifyUuid()),
                null,
                null,
                signatories(configuration),
                LANGUAGE,
                texts(mode, site, configuration));
        return new Assembled(document, template(shown.templateVersion()), site);
    }

    private static final CourseConfiguration NOTHING = new CourseConfiguration(List.of(), Map.of(), null, null);

    private @Nullable TemplateVersion template(@Nullable Long id) {
        return id == null ? null : templates.versions(List.of(id)).get(id);
    }

    private String modeText(CourseKey course, String mode) {
        return modes.forRun(course)
                .findEvenExpired(mode)
                .map(CourseMode::name)
                .filter(name -> !name.isBlank())
                .orElse(mode);
    }

    private String verifyUrl(SiteConfiguration site, String verifyUuid) {
        if (site.verifyUrlPrefix() == null) {
            return publicUrl + CertificateLinks.page(verifyUuid);
        }
        return site.verifyUrlPrefix()
                + verifyUuid
                + Optional.ofNullable(site.verifyUrlSuffix()).orElse("");
    }

    private static String title(
            CourseConfiguration configuration, @Nullable CourseSettings settings, CourseKey course) {
        return configuration
                .preview()
                .map(CertificateText::courseTitle)
                .filter(title -> !title.isBlank())
                .or(() -> Optional.ofNullable(settings == null ? null : settings.displayName()))
                .orElse(course.course());
    }

    private static String organization(
            CourseConfiguration configuration, @Nullable CourseSettings settings, CourseKey course) {
        if (configuration.displayOrganization() != null) {
            return configuration.displayOrganization();
        }
        return settings == null ? course.org() : settings.org();
    }

    private static List<Signatory> signatories(CourseConfiguration configuration) {
        return configuration.preview().map(CertificateText::signatories).orElse(List.of()).stream()
                .map(one -> new Signatory(
                        one.name(),
                        one.title(),
                        one.organization(),
                        one.signatureImagePath().isEmpty() ? null : one.signatureImagePath()))
                .toList();
    }

    private Map<String, String> texts(String mode, SiteConfiguration site, CourseConfiguration configuration) {
        Map<String, String> texts = new HashMap<>();
        putTexts(texts, views.current().forMode(mode));
        put(texts, "platform_name", site.platformName());
        put(texts, "organization_name", site.organizationName());
        put(texts, "logo_src", site.logoImageUrl());
        put(texts, "logo_url", site.logoLinkUrl());
        put(texts, "company_tos_url", site.termsUrl());
        put(texts, "company_privacy_url", site.privacyUrl());
        put(texts, "company_about_url", site.aboutUrl());
        put(texts, "course_number", configuration.displayCourseNumber());
        putTexts(texts, configuration.htmlViewOverrides());
        return texts;
    }

    private static void putTexts(Map<String, String> texts, Map<String, @Nullable Object> values) {
        values.forEach((key, value) -> put(texts, key, value instanceof String text ? text : null));
    }

    private static void put(Map<String, String> texts, String key, @Nullable String value) {
        if (value != null) {
            texts.put(key, value);
        }
    }
}
