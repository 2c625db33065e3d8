package org.laurel.enrollment.profile.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a learner says about themselves. It never leaves this service by events.
 *
 * @param texts the texts that the learner has given; none of them is empty
 * @param languageProficiencies codes of languages, each once
 * @param socialLinks addresses by platform
 * @param meta whatever clients keep with a learner, as a JSON object
 */
public record Profile(
        @Nullable Integer yearOfBirth,
        Map<ProfileText, String> texts,
        List<String> languageProficiencies,
        Map<String, String> socialLinks,
        Map<String, Object> meta) {

    /** Members of {@code meta} that this service keeps itself: clients read them and set none of them. */
    public static final Set<String> MEMORIES = Set.of("old_names", "old_emails");

    /** The profile of a learner who has said nothing. */
    public static final Profile EMPTY = new Profile(null, Map.of(), List.of(), Map.of(), Map.of());

    public Profile {
        texts = Map.copyOf(texts);
        languageProficiencies = List.copyOf(languageProficiencies);
        socialLinks = Map.copyOf(socialLinks);
    }

    /** One of the texts, null when none was given. */
    public @Nullable String text(ProfileText member) {
        return texts.get(member);
    }

    /** The same with the memories of another one, whatever it says of them itself. */
    public Profile remembering(Profile other) {
        Map<String, Object> members = ownMeta();
        other.meta.forEach((member, value) -> {
            if (MEMORIES.contains(member)) {
                members.put(member, value);
            }
        });
        return new Profile(yearOfBirth, texts, languageProficiencies, socialLinks, members);
    }

    /** What clients keep in {@code meta}, in a new map. */
    Map<String, Object> ownMeta() {
        Map<String, Object> members = new HashMap<>(meta);
        members.keySet().removeAll(MEMORIES);
        return members;
    }
}
