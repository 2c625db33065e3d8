package org.laurel.certificates.template.domain;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which template a certificate gets (certificates.md §7.7). The first level that has any template decides:
 *
 * <ol>
 *   <li>this organisation, mode and course run,
 *   <li>this organisation and mode, no course run,
 *   <li>this organisation, no mode, no course run,
 *   <li>this mode, no organisation, no course run.
 * </ol>
 *
 * Within a level: the template in the course's language, then the one for all languages (empty), then the one without any
 * (null). Templates in other languages count as none at all. Nothing found means the standard layout.
 */
public final class TemplateChoice {

    private static final int LETTERS = 2;

    private TemplateChoice() {}

    /** Chooses among active templates; those of other courses may be among them. */
    public static Optional<TemplateCandidate> choose(Collection<TemplateCandidate> active, TemplateWanted wanted) {
        String language = twoLetters(wanted.language());
        List<Predicate<TemplateScope>> levels = List.of(
                scope -> isOfOrganization(scope, wanted) && isOfMode(scope, wanted) && isOfCourse(scope, wanted),
                scope -> isOfOrganization(scope, wanted) && isOfMode(scope, wanted) && scope.courseKey() == null,
                scope -> isOfOrganization(scope, wanted) && scope.mode() == null && scope.courseKey() == null,
                scope -> scope.organization() == null && isOfMode(scope, wanted) && scope.courseKey() == null);
        return levels.stream()
                .map(level -> best(active, level, language))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The language of templates that a language tag asks for: {@code es} for {@code es-419}. Null for null and for languages
     * that have no two letters.
     */
    public static @Nullable String twoLetters(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        String primary = tag.toLowerCase(Locale.ROOT).split("[-_]", LETTERS)[0];
        return primary.length() == LETTERS ? primary : null;
    }

    private static Optional<TemplateCandidate> best(
            Collection<TemplateCandidate> active, Predicate<TemplateScope> level, @Nullable String language) {
        List<TemplateCandidate> here = active.stream()
                .filter(candidate -> level.test(candidate.scope()))
                .toList();
        Optional<TemplateCandidate> exact = language == null ? Optional.empty() : inLanguage(here, language);
        return exact.or(() -> inLanguage(here, "")).or(() -> inLanguage(here, null));
    }

    private static Optional<TemplateCandidate> inLanguage(List<TemplateCandidate> here, @Nullable String language) {
        return here.stream()
                .filter(candidate -> Objects.equals(candidate.scope().language(), language))
                .findFirst();
    }

    private static boolean isOfOrganization(TemplateScope scope, TemplateWanted wanted) {
        return wanted.organization().equals(scope.organization());
    }

    private static boolean isOfMode(TemplateScope scope, TemplateWanted wanted) {
        return wanted.mode().equals(scope.mode());
    }

    private static boolean isOfCourse(TemplateScope scope, TemplateWanted wanted) {
        return wanted.courseKey().equals(scope.courseKey());
    }
}
