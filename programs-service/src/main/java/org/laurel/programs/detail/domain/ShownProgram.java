package org.laurel.programs.detail.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.catalogue.domain.CourseDetail;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.catalogue.domain.RunDetail;
import org.laurel.programs.commerce.domain.BasketPrice;

/**
 * A program as one learner sees it at one moment: the document with what it is to the learner. Source: programs, program
 * details and marketing data.
 *
 * @param runs those that the directory knows; the others are shown as the document has them
 * @param price what the shop asks for what the learner may buy at once, null when it does not tell
 */
public record ShownProgram(
        ProgramDetail program,
        Showing showing,
        Map<CourseKey, RunView> runs,
        OneClickPurchase purchase,
        @Nullable BasketPrice price) {

    public ShownProgram {
        runs = Map.copyOf(runs);
    }

    /** The program without a price of the shop. */
    public static ShownProgram of(ProgramDetail program, Showing showing) {
        Map<CourseKey, RunView> runs = new LinkedHashMap<>();
        program.courses().stream()
                .flatMap(course -> course.runs().stream())
                .forEach(run -> RunView.of(run, showing).ifPresent(view -> runs.put(run.courseKey(), view)));
        return new ShownProgram(program, showing, runs, OneClickPurchase.of(program, showing.viewer()), null);
    }

    /** The same with what the shop asks, where it tells. */
    public ShownProgram priced(Optional<BasketPrice> told) {
        return new ShownProgram(program, showing, runs, purchase, told.orElse(null));
    }

    /** The members of the program in an answer, its courses left out. */
    public Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members =
                new LinkedHashMap<>(program.members().values());
        members.remove("courses");
        members.put("detail_url", showing.addresses().program(program.uuid()));
        members.put("is_mobile_only", showing.addresses().isMobile());
        members.put("is_learner_eligible_for_one_click_purchase", purchase.isEligible());
        members.put("skus", purchase.skus());
        members.put("variant", purchase.variant());
        members.put("discount_data", discount());
        if (purchase.isEligible()) {
            members.put("full_program_price", price == null ? purchase.price() : price.total());
        }
        if (showing.advertises()) {
            advertise(members);
        }
        return members;
    }

    /** The program's courses in an answer. */
    public List<Map<String, @Nullable Object>> courses() {
        return program.courses().stream().map(this::course).toList();
    }

    /** Some of the program's runs in an answer. */
    public List<Map<String, @Nullable Object>> runs(List<RunDetail> some) {
        return some.stream().map(this::run).toList();
    }

    /**
     * What the learner has got: of each course the certificate of the first run that has one to see, then the program's
     * credential, but only with one of every course. Source: programs, other helpers.
     *
     * @param credential the learner's credential of the program that may be seen by now
     */
    public List<EarnedCertificate> certificates(Optional<UUID> credential) {
        List<EarnedCertificate> earned = new ArrayList<>();
        program.courses().forEach(course -> certificate(course).ifPresent(earned::add));
        if (earned.size() == program.courses().size()) {
            credential
                    .map(showing.addresses()::credential)
                    .ifPresent(url -> earned.add(EarnedCertificate.ofProgram(program.title(), url)));
        }
        return earned;
    }

    private Optional<EarnedCertificate> certificate(CourseDetail course) {
        for (RunDetail run : course.runs()) {
            RunView view = runs.get(run.courseKey());
            if (view != null && view.certificateUrl() != null) {
                String title = run.title() == null ? course.title() : run.title();
                return Optional.of(EarnedCertificate.ofCourse(title, view.certificateUrl()));
            }
        }
        return Optional.empty();
    }

    private Map<String, @Nullable Object> course(CourseDetail course) {
        Map<String, @Nullable Object> members =
                new LinkedHashMap<>(course.members().values());
        members.put("course_runs", runs(course.runs()));
        return members;
    }

    private Map<String, @Nullable Object> run(RunDetail run) {
        Map<String, @Nullable Object> members =
                new LinkedHashMap<>(run.members().values());
        RunView view = runs.get(run.courseKey());
        if (view != null) {
            members.putAll(view.members());
        }
        return members;
    }

    private Map<String, @Nullable Object> discount() {
        Map<String, @Nullable Object> discount = new LinkedHashMap<>();
        if (price != null) {
            discount.put("total_incl_tax", price.total());
            discount.put("total_incl_tax_excl_discounts", price.totalWithoutDiscounts());
            discount.put("currency", price.currency());
            discount.put("discount_value", price.discount());
        }
        discount.put("is_discounted", price != null && price.isDiscounted());
        return discount;
    }

    private void advertise(Map<String, @Nullable Object> members) {
        ListPrices prices = ListPrices.of(program);
        BigDecimal full = price == null ? prices.full() : price.total();
        members.put("avg_price_per_course", prices.average());
        members.put("number_of_courses", prices.courses());
        members.put("full_program_price", full);
        members.put("instructors", Instructors.of(program));
        members.put("instructor_ordering", program.members().list("instructor_ordering"));
    }
}
