package org.laurel.certificates.course.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.FactOrder;

/**
 * All known versions of what a course run's certificates are judged by. A fact is judged by what was valid at its time; before
 * the first version of the settings the first one counts, before the first policy the default.
 *
 * @param settings versions of the directory's entry, in order of their versions: these beat time
 * @param runPolicies versions of the run's policy, in business-time order
 * @param sitePolicies versions of the deployment's policy, in business-time order
 * @param siteDefault what holds before the first of these
 */
public record TermsHistory(
        List<CourseSettings> settings,
        List<RunPolicy> runPolicies,
        List<SitePolicy> sitePolicies,
        SitePolicy siteDefault) {

    public TermsHistory {
        settings = settings.size() < 2
                ? List.copyOf(settings)
                : settings.stream()
                        .sorted(Comparator.comparingLong(CourseSettings::version))
                        .toList();
        runPolicies = sorted(runPolicies, RunPolicy::order);
        sitePolicies = sorted(sitePolicies, SitePolicy::order);
    }

    /** What a fact at this place is judged by. */
    public Terms at(FactOrder place) {
        return terms(order -> !order.isAfter(place));
    }

    /** What held right before a change at this place. */
    public Terms before(FactOrder place) {
        return terms(place::isAfter);
    }

    /** What holds now. */
    public Terms newest() {
        return terms(order -> true);
    }

    /** The same without what began to hold after a time; of the settings the first version is always left. */
    public TermsHistory upTo(Instant time) {
        List<CourseSettings> begun = settings.stream()
                .filter(version -> !version.occurredAt().isAfter(time))
                .toList();
        return new TermsHistory(
                begun.isEmpty() ? Stream.ofNullable(earliest()).toList() : begun,
                runPolicies.stream()
                        .filter(version -> !version.occurredAt().isAfter(time))
                        .toList(),
                sitePolicies.stream()
                        .filter(version -> !version.occurredAt().isAfter(time))
                        .toList(),
                siteDefault);
    }

    /** The same with one more version of each that is not null. */
    public TermsHistory and(
            @Nullable CourseSettings moreSettings, @Nullable RunPolicy moreRun, @Nullable SitePolicy moreSite) {
        return new TermsHistory(
                with(settings, moreSettings), with(runPolicies, moreRun), with(sitePolicies, moreSite), siteDefault);
    }

    /** The places at which something changed, with what it was. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>(settings.size() + runPolicies.size() + sitePolicies.size());
        settings.forEach(version ->
                changes.add(new Change(version.order(), "course run settings, version " + version.version())));
        runPolicies.forEach(version -> changes.add(new Change(version.order(), "certificate settings of the run")));
        sitePolicies.forEach(
                version -> changes.add(new Change(version.order(), "certificate settings of the deployment")));
        return changes;
    }

    /** A change of the terms, in words. */
    public record Change(FactOrder order, String what) {}

    /**
     * Tells two states of knowledge apart: how many versions are known. Versions are only ever added, so it grows with each.
     */
    public long known() {
        return (long) settings.size() + runPolicies.size() + sitePolicies.size();
    }

    private Terms terms(Predicate<FactOrder> valid) {
        CourseSettings then = last(settings, CourseSettings::order, valid);
        RunPolicy run = last(runPolicies, RunPolicy::order, valid);
        SitePolicy site = last(sitePolicies, SitePolicy::order, valid);
        return new Terms(
                then == null ? earliest() : then,
                run == null ? RunPolicy.DEFAULT : run,
                site == null ? siteDefault : site);
    }

    private @Nullable CourseSettings earliest() {
        return settings.isEmpty() ? null : Collections.min(settings, Comparator.comparing(CourseSettings::order));
    }

    private static <V> @Nullable V last(List<V> versions, Function<V, FactOrder> order, Predicate<FactOrder> valid) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (valid.test(order.apply(versions.get(i)))) {
                return versions.get(i);
            }
        }
        return null;
    }

    private static <V> List<V> with(List<V> versions, @Nullable V more) {
        if (more == null) {
            return versions;
        }
        List<V> all = new ArrayList<>(versions);
        all.add(more);
        return all;
    }

    private static <V> List<V> sorted(List<V> versions, Function<V, FactOrder> order) {
        return versions.size() < 2
                ? List.copyOf(versions)
                : versions.stream().sorted(Comparator.comparing(order)).toList();
    }
}
