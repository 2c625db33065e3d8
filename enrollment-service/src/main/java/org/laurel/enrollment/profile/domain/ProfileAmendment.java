package org.laurel.enrollment.profile.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One member of a profile that is to have another value (accounts, merge patch). */
public sealed interface ProfileAmendment {

    /** The member as clients call it. */
    String member();

    /** The profile with the new value. */
    Profile in(Profile profile);

    /** Null clears the year. */
    record YearOfBirth(@Nullable Integer value) implements ProfileAmendment {
        @Override
        public String member() {
            return "year_of_birth";
        }

        @Override
        public Profile in(Profile profile) {
            return new Profile(
                    value, profile.texts(), profile.languageProficiencies(), profile.socialLinks(), profile.meta());
        }
    }

    /** An empty text and null clear it. A country other than the United States takes the state along. */
    record Text(ProfileText text, @Nullable String value) implements ProfileAmendment {
        @Override
        public String member() {
            return text.member();
        }

        @Override
        public Profile in(Profile profile) {
            Map<ProfileText, String> texts = new EnumMap<>(ProfileText.class);
            texts.putAll(profile.texts());
            if (value == null || value.isEmpty()) {
                texts.remove(text);
            } else {
                texts.put(text, value);
            }
            if (!"US".equals(texts.getOrDefault(ProfileText.COUNTRY, "US"))) {
                texts.remove(ProfileText.STATE);
            }
            return new Profile(
                    profile.yearOfBirth(),
                    texts,
                    profile.languageProficiencies(),
                    profile.socialLinks(),
                    profile.meta());
        }
    }

    /** The new list replaces the old one. */
    record Languages(List<String> codes) implements ProfileAmendment {

        public Languages {
            codes = List.copyOf(codes);
        }

        @Override
        public String member() {
            return "language_proficiencies";
        }

        @Override
        public Profile in(Profile profile) {
            return new Profile(profile.yearOfBirth(), profile.texts(), codes, profile.socialLinks(), profile.meta());
        }
    }

    /** Platforms that are not named keep their link, the empty text deletes one. */
    record SocialLinks(Map<String, String> links) implements ProfileAmendment {

        public SocialLinks {
            links = Map.copyOf(links);
        }

        @Override
        public String member() {
            return "social_links";
        }

        @Override
        public Profile in(Profile profile) {
            Map<String, String> merged = new HashMap<>(profile.socialLinks());
            merged.putAll(links);
            merged.values().removeIf(String::isEmpty);
            return new Profile(
                    profile.yearOfBirth(), profile.texts(), profile.languageProficiencies(), merged, profile.meta());
        }
    }

    /** Merges texts of the site's own into {@code meta}. */
    record Extended(Map<String, String> fields) implements ProfileAmendment {

        public Extended {
            fields = Map.copyOf(fields);
        }

        @Override
        public String member() {
            return "extended_profile";
        }

        @Override
        public Profile in(Profile profile) {
            Map<String, Object> meta = new HashMap<>(profile.meta());
            meta.putAll(fields);
            return withMeta(profile, meta);
        }
    }

    /**
     * Adds an entry to a list in {@code meta}, of which the newest 50 are kept, each text up to 255 characters: what is
     * remembered stays small whatever reasons people give.
     *
     * @param list {@code old_names} or {@code old_emails}
     */
    record Remembered(String list, List<String> entry) implements ProfileAmendment {

        private static final int MOST = 50;
        private static final int LONGEST = 255;

        public Remembered {
            entry = entry.stream().map(Remembered::cut).toList();
        }

        @Override
        public String member() {
            return list;
        }

        @Override
        public Profile in(Profile profile) {
            List<Object> entries = new ArrayList<>();
            if (profile.meta().get(list) instanceof List<?> before) {
                entries.addAll(before);
            }
            entries.add(entry);
            Map<String, Object> meta = new HashMap<>(profile.meta());
            meta.put(list, List.copyOf(entries.subList(Math.max(0, entries.size() - MOST), entries.size())));
            return withMeta(profile, meta);
        }

        private static String cut(String text) {
            return text.codePointCount(0, text.length()) > LONGEST
                    ? text.substring(0, text.offsetByCodePoints(0, LONGEST))
                    : text;
        }
    }

    private static Profile withMeta(Profile profile, Map<String, Object> meta) {
        return new Profile(
                profile.yearOfBirth(), profile.texts(), profile.languageProficiencies(), profile.socialLinks(), meta);
    }
}
