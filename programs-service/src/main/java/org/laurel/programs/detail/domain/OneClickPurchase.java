package org.laurel.programs.detail.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.catalogue.domain.CourseDetail;
import org.laurel.programs.catalogue.domain.ProductDetail;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.catalogue.domain.RunDetail;
import org.laurel.programs.catalogue.domain.SeatDetail;

/**
 * Whether a learner may buy what is missing of a program at once. Source: programs, one-click purchase.
 *
 * @param products what there is to buy, one product for each course that the learner does not have; empty when nothing may be
 *     bought at once
 * @param isPartial whether the learner has some of the courses already
 */
public record OneClickPurchase(List<Product> products, boolean isPartial) {

    private static final OneClickPurchase NONE = new OneClickPurchase(List.of(), false);

    /**
     * A product that stands for a course.
     *
     * @param courseKey the catalogue's key of the course, null without one
     * @param price in the catalogue, null when it does not say
     */
    public record Product(
            String sku,
            @Nullable String courseKey,
            @Nullable BigDecimal price) {}

    public OneClickPurchase {
        products = List.copyOf(products);
    }

    /** What the learner may buy. A course that is neither sold as a whole nor has one published run stops it all. */
    static OneClickPurchase of(ProgramDetail program, Viewer viewer) {
        if (!program.isEligibleForOneClickPurchase()) {
            return NONE;
        }
        Set<String> modes = SeatModes.applicable(program);
        List<CourseDetail> missing = program.courses().stream()
                .filter(course -> !viewer.has(course, modes))
                .toList();
        List<Product> products = new ArrayList<>();
        for (CourseDetail course : missing) {
            Optional<Product> whole = ofCourse(course, modes);
            List<RunDetail> published =
                    course.runs().stream().filter(RunDetail::isPublished).toList();
            if (whole.isEmpty() && published.size() != 1) {
                return NONE;
            }
            whole.or(() -> ofRun(course, published.getFirst(), modes)).ifPresent(products::add);
        }
        return new OneClickPurchase(products, missing.size() < program.courses().size());
    }

    /** Whether there is anything to buy at once. */
    public boolean isEligible() {
        return !products.isEmpty();
    }

    /** What the shop calls the products. */
    public List<String> skus() {
        return products.stream().map(Product::sku).toList();
    }

    /** The catalogue's keys of the courses that the products are for; courses without one are left out. */
    public List<String> courseKeys() {
        return products.stream()
                .map(Product::courseKey)
                .filter(Objects::nonNull)
                .toList();
    }

    /** {@code full}, or {@code partial} when the learner has some courses already; null when nothing may be bought at once. */
    @Nullable String variant() {
        return isEligible() ? (isPartial ? "partial" : "full") : null;
    }

    /** What the products cost by the catalogue; null when it does not say for all of them. */
    @Nullable BigDecimal price() {
        List<BigDecimal> prices =
                products.stream().map(Product::price).filter(Objects::nonNull).toList();
        return prices.size() == products.size() ? prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add) : null;
    }

    private static Optional<Product> ofCourse(CourseDetail course, Set<String> modes) {
        for (ProductDetail product : course.entitlements()) {
            if (product.mode() != null && product.sku() != null && modes.contains(product.mode())) {
                return Optional.of(new Product(product.sku(), course.key(), product.price()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Product> ofRun(CourseDetail course, RunDetail run, Set<String> modes) {
        for (SeatDetail seat : run.seats()) {
            if (seat.type() != null && seat.sku() != null && modes.contains(seat.type())) {
                return Optional.of(new Product(seat.sku(), course.key(), seat.price()));
            }
        }
        return Optional.empty();
    }
}
