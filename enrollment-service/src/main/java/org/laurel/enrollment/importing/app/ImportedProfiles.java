package org.laurel.enrollment.importing.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.db.NewestFacts;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.enrollment.importing.app.RowWork.Order;
import org.laurel.enrollment.importing.app.Worked.ReadRow;
import org.laurel.enrollment.importing.db.ImportRows.Place;
import org.laurel.enrollment.importing.domain.LearnerRow;
import org.laurel.enrollment.importing.domain.RowCode;
import org.laurel.enrollment.profile.app.ProfileReplacement;
import org.laurel.enrollment.profile.db.ProfileQueries;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.enrollment.profile.domain.ProfileRules;
import org.laurel.enrollment.profile.domain.ReplaceProfile;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;

/** Takes the profiles that come along in rows about learners. */
@ApplicationScoped
class ImportedProfiles {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ProfileQueries profiles;
    private final ProfileReplacement replacement;
    private final NewestFacts newestFacts;
    private final ObjectMapper json;

    ImportedProfiles(
            ProfileQueries profiles, ProfileReplacement replacement, NewestFacts newestFacts, ObjectMapper json) {
        this.profiles = profiles;
        this.replacement = replacement;
        this.newestFacts = newestFacts;
        this.json = json;
    }

    /** A profile that a row brings. */
    record Brought(LearnerId id, Profile profile) {}

    /**
     * What rows come to.
     *
     * @param known profiles as they are
     * @param brought new ones by row
     * @param unfit rows that break a rule of profiles
     */
    record Plan(Map<LearnerId, Profile> known, Map<Place, Brought> brought, Map<Place, RowCode> unfit) {}

    Plan plan(Order order, List<ReadRow<LearnerRow>> rows) {
        List<ReadRow<LearnerRow>> speaking =
                rows.stream().filter(each -> each.row().profile().areGiven()).toList();
        Plan plan = new Plan(
                speaking.isEmpty()
                        ? Map.of()
                        : profiles.of(speaking.stream()
                                .map(each -> each.row().id())
                                .distinct()
                                .toList()),
                new LinkedHashMap<>(),
                new HashMap<>());
        Map<LearnerId, Profile> after = new HashMap<>(plan.known());
        int year = LocalDate.ofInstant(order.now(), ZoneOffset.UTC).getYear();
        for (ReadRow<LearnerRow> each : speaking) {
            LearnerId id = each.row().id();
            Map<String, Object> meta = meta(each.row().profile().meta());
            if (meta == null) {
                plan.unfit().put(each.place(), RowCode.META_UNFIT);
                continue;
            }
            Profile profile = each.row().profile().over(after.getOrDefault(id, Profile.EMPTY), meta);
            // What the profile had before and the row does not touch is let be.
            List<ProfileRules.Breach> breaches = ProfileRules.breaches(profile, year).stream()
                    .filter(breach -> each.row().profile().gives(breach.member()))
                    .toList();
            if (breaches.isEmpty()) {
                after.put(id, profile);
                plan.brought().put(each.place(), new Brought(id, profile));
            } else {
                plan.unfit()
                        .put(each.place(), RowCode.ofProfile(breaches.getFirst().member()));
            }
        }
        return plan;
    }

    /**
     * Replaces the profiles of rows whose account is the newest that is known; an older row does not overwrite what was said later.
     *
     * @param taken rows whose account was not refused
     * @return the learners who have another profile now, by row
     */
    Map<Place, LearnerId> apply(Order order, Plan plan, Set<Place> taken) {
        if (plan.brought().isEmpty()) {
            return Map.of();
        }
        Map<Subject, FactOrder> newest = newestFacts.of(plan.brought().values().stream()
                .map(brought -> Subject.learner(brought.id()))
                .distinct()
                .toList());
        Map<Place, LearnerId> changed = new LinkedHashMap<>();
        plan.brought().forEach((place, brought) -> {
            FactOrder newestPlace = newest.get(Subject.learner(brought.id()));
            boolean isNewest = newestPlace != null && newestPlace.id().equals(order.requestId(place));
            boolean differs = !brought.profile().equals(plan.known().getOrDefault(brought.id(), Profile.EMPTY));
            if (taken.contains(place) && isNewest && differs) {
                changed.put(place, brought.id());
            }
        });
        replacement.apply(changed.keySet().stream()
                .map(place -> plan.brought().get(place))
                .map(brought -> new ReplaceProfile(brought.id(), brought.profile(), true, order.cause()))
                .toList());
        return changed;
    }

    private @Nullable Map<String, Object> meta(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        try {
            Map<String, Object> meta = json.readValue(text, OBJECT);
            return meta == null ? Map.of() : meta;
        } catch (JsonProcessingException malformed) {
            return null;
        }
    }
}
