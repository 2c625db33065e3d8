package org.laurel.certificates.issuance.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.configuration.db.ConfigurationQuery;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Presentation;
import org.laurel.certificates.template.db.TemplateQuery;
import org.laurel.certificates.template.domain.TemplateCandidate;
import org.laurel.certificates.template.domain.TemplateChoice;
import org.laurel.certificates.template.domain.TemplateWanted;
import org.laurel.events.key.CourseKey;

/**
 * Fixes what the page of a certificate shows when it is granted or made anew: the version of the course run's settings, of
 * its certificate configuration, unless that has no active text, and of the template, and the hours of effort. Later changes
 * do not reach it. Two statements, whatever the number of certificates.
 */
@ApplicationScoped
public class PresentationChoice {

    private final ConfigurationQuery configurations;
    private final TemplateQuery templates;

    PresentationChoice(ConfigurationQuery configurations, TemplateQuery templates) {
        this.configurations = configurations;
        this.templates = templates;
    }

    /** A certificate whose page is to be fixed. */
    public record Wanted(CaseKey key, String mode, Terms terms) {

        CourseKey courseKey() {
            return key.courseKey();
        }

        TemplateWanted template() {
            CourseSettings settings = terms.settings();
            String organization = settings == null ? courseKey().org() : settings.org();
            return new TemplateWanted(
                    organization, courseKey(), mode, terms.run().templateLanguage());
        }

        boolean hasTemplates() {
            return terms.site().customTemplatesEnabled();
        }
    }

    /** What each page shows; those of course runs that nobody has told us of are left out. */
    public Map<CaseKey, Presentation> of(List<Wanted> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<CourseKey, Long> versions = configurations.activeVersions(
                wanted.stream().map(Wanted::courseKey).distinct().toList());
        List<TemplateWanted> questions = wanted.stream()
                .filter(Wanted::hasTemplates)
                .map(Wanted::template)
                .distinct()
                .toList();
        List<TemplateCandidate> candidates = templates.candidates(questions);
        Map<TemplateWanted, @Nullable Long> chosen = new HashMap<>();
        for (TemplateWanted question : questions) {
            TemplateChoice.choose(candidates, question)
                    .ifPresent(candidate -> chosen.put(question, candidate.versionId()));
        }
        Map<CaseKey, Presentation> presentations = new HashMap<>();
        for (Wanted one : wanted) {
            CourseSettings settings = one.terms().settings();
            if (settings != null) {
                Long template = one.hasTemplates() ? chosen.get(one.template()) : null;
                presentations.put(
                        one.key(),
                        new Presentation(
                                settings.id(),
                                versions.get(one.courseKey()),
                                template,
                                one.terms().run().hoursOfEffort()));
            }
        }
        return presentations;
    }
}
