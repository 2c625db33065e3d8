package org.laurel.programs.detail.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurel.kit.page.PublicUrl;
import org.laurel.programs.catalogue.db.PathwayQuery;
import org.laurel.programs.catalogue.db.ProgramDetailQuery;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.commerce.app.BasketPricing;
import org.laurel.programs.commerce.app.CheckoutLink;
import org.laurel.programs.commerce.domain.Basket;
import org.laurel.programs.commerce.domain.BasketPrice;
import org.laurel.programs.courserun.db.CourseRunQuery;
import org.laurel.programs.detail.app.PresentProgram.Identity;
import org.laurel.programs.detail.db.ProgramCredentialQuery;
import org.laurel.programs.detail.domain.Addresses;
import org.laurel.programs.detail.domain.EarnedCertificate;
import org.laurel.programs.detail.domain.OpenPathways;
import org.laurel.programs.detail.domain.Presentation;
import org.laurel.programs.detail.domain.ProgramUrls;
import org.laurel.programs.detail.domain.Showing;
import org.laurel.programs.detail.domain.ShownProgram;
import org.laurel.programs.detail.domain.Viewer;
import org.laurel.programs.settings.db.ProgramsApiQuery;
import org.laurel.programs.settings.db.SiteSettingsQuery;
import org.laurel.programs.settings.domain.SiteSettings;

/** Shows a program to a learner, by a fixed number of reads and at most one question to a shop. */
@ApplicationScoped
public class ProgramPresentation {

    private final ProgramDetailQuery programs;
    private final CourseRunQuery runs;
    private final ViewerReading viewers;
    private final ProgramCredentialQuery credentials;
    private final PathwayQuery pathways;
    private final SiteSettingsQuery settings;
    private final ProgramsApiQuery programsApi;
    private final BasketPricing pricing;
    private final CheckoutLink checkout;
    private final PublicUrl publicUrl;
    private final Clock clock;

    ProgramPresentation(
            ProgramDetailQuery programs,
            CourseRunQuery runs,
            ViewerReading viewers,
            ProgramCredentialQuery credentials,
            PathwayQuery pathways,
            SiteSettingsQuery settings,
            ProgramsApiQuery programsApi,
            BasketPricing pricing,
            CheckoutLink checkout,
            PublicUrl publicUrl,
            Clock clock) {
        this.programs = programs;
        this.runs = runs;
        this.viewers = viewers;
        this.credentials = credentials;
        this.pathways = pathways;
        this.settings = settings;
        this.programsApi = programsApi;
        this.pricing = pricing;
        this.checkout = checkout;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** The program, empty when there is none that is offered or was. */
    public Optional<Presentation> apply(PresentProgram asked) {
        return programs.find(asked.program())
                .filter(program -> program.status().awards())
                .map(program -> present(program, asked));
    }

    private Presentation present(ProgramDetail program, PresentProgram asked) {
        SiteSettings site = settings.current();
        Viewer viewer = asked.viewer() == null ? Viewer.ANYBODY : viewers.read(asked.viewer(), program.courseKeys());
        Instant now = clock.instant();
        Showing showing = new Showing(
                viewer,
                runs.load(program.courseKeys()),
                now,
                asked.language(),
                asked.advertises(),
                addresses(site, asked.isMobile()));
        ShownProgram unpriced = ShownProgram.of(program, showing);
        ShownProgram shown = unpriced.priced(price(unpriced, site));
        return new Presentation(shown, ProgramUrls.of(shown, site), certificates(shown, asked, now), pathways(program));
    }

    private OpenPathways pathways(ProgramDetail program) {
        List<Long> numbered = program.pathwayIds();
        return OpenPathways.of(pathways.leadingOn(program.uuid(), numbered == null ? List.of() : numbered), numbered);
    }

    private Addresses addresses(SiteSettings site, boolean isMobile) {
        return new Addresses(
                publicUrl.origin(),
                isMobile,
                site.marketingRoot(),
                programsApi.current().advertisedAt(),
                site.forceProgramCertAuth(),
                (skus, bundle) -> checkout.apply(site.commerceUrl(), skus, bundle));
    }

    private Optional<BasketPrice> price(ShownProgram shown, SiteSettings site) {
        if (site.commerceUrl() == null || !shown.purchase().isEligible()) {
            return Optional.empty();
        }
        Basket basket = new Basket(
                shown.purchase().skus(),
                shown.purchase().courseKeys(),
                shown.showing().viewer().username(),
                shown.program().uuid());
        return pricing.apply(site.commerceUrl(), basket);
    }

    private List<EarnedCertificate> certificates(ShownProgram shown, PresentProgram asked, Instant now) {
        Identity viewer = asked.viewer();
        if (viewer == null || asked.advertises()) {
            return List.of();
        }
        Optional<UUID> credential = credentials.visible(viewer.id(), asked.program(), now);
        return shown.certificates(credential);
    }
}
