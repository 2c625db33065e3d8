package org.laurel.certificates.page.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.configuration.db.ConfigurationQuery;
import org.laurel.certificates.configuration.domain.CertificateText;
import org.laurel.certificates.configuration.domain.ConfigurationVersion;
import org.laurel.certificates.configuration.domain.CourseConfiguration;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.htmlview.db.HtmlViewQuery;
import org.laurel.certificates.htmlview.domain.HtmlViewConfiguration;
import org.laurel.certificates.issuance.domain.CertificateLinks;
import org.laurel.certificates.issuance.domain.Visibility;
import org.laurel.certificates.mode.db.ModeQuery;
import org.laurel.certificates.mode.domain.CourseMode;
import org.laurel.certificates.page.db.PageQuery.Shown;
import org.laurel.certificates.page.domain.PageTexts;
import org.laurel.certificates.rendering.domain.CertificateDocument;
import org.laurel.certificates.rendering.domain.CertificateDocument.Signatory;
import org.laurel.certificates.rendering.domain.Labels;
import org.laurel.certificates.site.db.SiteQuery;
import org.laurel.certificates.site.domain.SiteConfiguration;
import org.laurel.certificates.template.db.TemplateQuery;
import org.laurel.certificates.template.domain.TemplateVersion;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.page.PublicUrl;

/**
 * Puts together what a certificate says: what was fixed when it was granted, and around it what the deployment says of itself
 * today. Source: certificates, section 7.7, context build order.
 */
@ApplicationScoped
public class DocumentAssembly {

    /** A file is made once, maybe before its certificate shows; by then the date of the course run has passed. */
    private static final Instant ONCE_IT_SHOWS = Instant.MAX;

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
            PublicUrl publicUrl) {
        this.configurations = configurations;
        this.views = views;
        this.sites = sites;
        this.modes = modes;
        this.templates = templates;
        this.clock = clock;
        this.publicUrl = publicUrl.origin();
    }

    /**
     * For whom a document is put together.
     *
     * @param language the two letters of the reader's language; a template that is bound to one renders in that
     * @param draft whether it is for course authors, who see the newest configuration's first text, active or not; everybody
     *     else sees what the certificate was issued with
     * @param file whether it is for a file, which bears the date that the page bears once it shows
     */
    public record Reading(String language, boolean draft, boolean file) {

        /** A file, whose readers are not known when it is made. */
        public static final Reading OF_FILE = new Reading(Labels.DEFAULT_LANGUAGE, false, true);

        /** A page, read at this moment. */
        public Reading(String language, boolean draft) {
            this(language, draft, false);
        }
    }

    /**
     * What is rendered.
     *
     * @param template the version that the certificate keeps, null for the standard layout
     * @param site what the deployment says of itself
     */
    public record Assembled(
            CertificateDocument document, @Nullable TemplateVersion template, SiteConfiguration site) {}

    /** What a course run's configuration contributes, and the one text of it that counts. */
    private record Configured(
            CourseConfiguration configuration, @Nullable CertificateText text) {

        static final Configured NOTHING =
                new Configured(new CourseConfiguration(List.of(), Map.of(), null, null), null);
    }

    /** Puts a certificate's document together. */
    public Assembled assemble(Shown shown, Reading reading) {
        CourseKey course = shown.key().courseKey();
        String mode = shown.issued().certificate().mode();
        SiteConfiguration site = sites.current();
        TemplateVersion template = template(shown.templateVersion());
        String language = template == null ? reading.language() : template.languageOr(reading.language());
        Configured configured = reading.draft() ? draft(course) : issued(course, shown.configurationVersion());
        Map<String, String> texts = texts(shown, configured, site, language);
        Instant date = Visibility.displayDate(
                shown.terms().newest(), shown.issued(), reading.file() ? ONCE_IT_SHOWS : clock.instant());
        CertificateDocument document = new CertificateDocument(
                shown.issued().certificate().name(),
                texts.getOrDefault("course_title", course.course()),
                course.value(),
                texts.getOrDefault("organization", course.org()),
                mode,
                texts.getOrDefault("certificate_type", mode),
                LocalDate.ofInstant(date, ZoneOffset.UTC),
                shown.issued().verifyUuid(),
                verifyUrl(site, shown.issued().verifyUuid()),
                null,
                shown.hoursOfEffort(),
                signatories(configured.text()),
                language,
                texts);
        return new Assembled(document, template, site);
    }

    /** What was fixed at the grant. No version, or one without an active text, is no text at all, whatever came later. */
    private Configured issued(CourseKey course, @Nullable Long version) {
        return Optional.ofNullable(version)
                .flatMap(number -> configurations.at(course, number))
                .map(ConfigurationVersion::configuration)
                .flatMap(one -> one.active().map(text -> new Configured(one, text)))
                .orElse(Configured.NOTHING);
    }

    private Configured draft(CourseKey course) {
        return configurations
                .current(course)
                .map(ConfigurationVersion::configuration)
                .map(one -> new Configured(one, one.preview().orElse(null)))
                .orElse(Configured.NOTHING);
    }

    private @Nullable TemplateVersion template(@Nullable Long id) {
        return id == null ? null : templates.versions(List.of(id)).get(id);
    }

    /** The layers in the order of the source: each is laid over those above it. */
    private Map<String, String> texts(Shown shown, Configured configured, SiteConfiguration site, String language) {
        CourseKey course = shown.key().courseKey();
        String mode = shown.issued().certificate().mode();
        HtmlViewConfiguration view = views.current();
        CourseConfiguration configuration = configured.configuration();
        return new PageTexts(publicUrl)
                .with("platform_name", site.platformName())
                .with("organization_name", site.organizationName())
                .with("certificate_type", modeText(course, mode))
                .with("certificate_type_description", Labels.of(language).word("type_" + mode))
                .withAll(view.forAll())
                .withAll(view.onlyFor(mode))
                .with("organization", organization(configuration, shown.title(), course))
                .with("course_title", title(configured.text(), shown.title(), course))
                .with("course_number", Objects.requireNonNullElse(configuration.displayCourseNumber(), course.course()))
                .with("logo_src", site.logoImageUrl())
                .with("logo_url", site.logoLinkUrl())
                .with("company_tos_url", site.termsUrl())
                .with("company_privacy_url", site.privacyUrl())
                .with("company_about_url", site.aboutUrl())
                .withAll(configuration.htmlViewOverrides())
                .merged();
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

    private static String title(@Nullable CertificateText text, @Nullable CourseSettings settings, CourseKey course) {
        return Optional.ofNullable(text)
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

    private static List<Signatory> signatories(@Nullable CertificateText text) {
        return Optional.ofNullable(text).map(CertificateText::signatories).orElse(List.of()).stream()
                .map(one -> new Signatory(
                        one.name(),
                        one.title(),
                        one.organization(),
                        one.signatureImagePath().isEmpty() ? null : one.signatureImagePath()))
                .toList();
    }
}
