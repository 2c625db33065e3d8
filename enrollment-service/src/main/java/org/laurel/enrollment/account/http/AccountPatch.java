package org.laurel.enrollment.account.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.enrollment.profile.domain.ProfileAmendment;
import org.laurel.enrollment.profile.domain.ProfileText;
import org.laurel.enrollment.profile.domain.SocialPlatform;
import org.laurel.kit.problem.ProblemException;

/**
 * Reads a JSON merge patch (RFC 7396) of an account: an absent member stays as it is, null clears one that may be without a
 * value. Members that nobody changes here are refused; members that no account has are let pass, as existing platforms do.
 */
final class AccountPatch {

    private static final Set<String> READ_ONLY = Set.of(
            "id",
            "username",
            "date_joined",
            "is_active",
            "last_login",
            "profile_image",
            "requires_parental_consent",
            "account_privacy",
            "accomplishments_shared",
            "time_zone",
            "verified_name",
            "secondary_email",
            "secondary_email_enabled",
            "activation_key",
            "pending_name_change");

    private static final int MOST_ITEMS = 200;
    private static final String NO_LIST = "A list of objects is expected here.";

    private final Map<String, String> faults = new TreeMap<>();
    private final List<ProfileAmendment> profile = new ArrayList<>();
    private @Nullable String name;
    private @Nullable String email;

    AccountPatch(JsonNode body) {
        if (!body.isObject()) {
            throw ProblemException.badRequest(
                    "unreadable_body", "The body is a JSON object with the members to change.");
        }
        body.properties().forEach(member -> read(member.getKey(), member.getValue()));
    }

    /** Messages by member that is wrong; empty when the patch can be tried. */
    Map<String, String> faults() {
        return faults;
    }

    /** The new name, null when it stays. */
    @Nullable String name() {
        return name;
    }

    /** The new email address, null when it stays. */
    @Nullable String email() {
        return email;
    }

    /** What changes of the profile. */
    List<ProfileAmendment> profile() {
        return profile;
    }

    private void read(String member, JsonNode value) {
        if (READ_ONLY.contains(member)) {
            faults.put(member, "This member cannot be changed here.");
            return;
        }
        switch (member) {
            case "name" -> name = required(member, value);
            case "email" -> email = required(member, value);
            case "year_of_birth" -> year(value);
            case "language_proficiencies" -> languages(value);
            case "social_links" -> links(value);
            case "extended_profile" -> extended(value);
            default -> text(member, value);
        }
    }

    private @Nullable String required(String member, JsonNode value) {
        if (!value.isTextual()) {
            faults.put(member, "A text is expected here.");
        }
        return value.textValue();
    }

    private void year(JsonNode value) {
        if (value.isNull()) {
            profile.add(new ProfileAmendment.YearOfBirth(null));
        } else if (value.isInt()) {
            profile.add(new ProfileAmendment.YearOfBirth(value.intValue()));
        } else {
            faults.put("year_of_birth", "A year is expected here.");
        }
    }

    private void text(String member, JsonNode value) {
        for (ProfileText text : ProfileText.values()) {
            if (text.member().equals(member)) {
                if (value.isTextual() || value.isNull()) {
                    profile.add(new ProfileAmendment.Text(text, value.textValue()));
                } else {
                    faults.put(member, "A text is expected here.");
                }
            }
        }
    }

    private void languages(JsonNode value) {
        List<String> codes = new ArrayList<>();
        for (JsonNode item : items("language_proficiencies", value)) {
            if (item.path("code").isTextual()) {
                codes.add(item.path("code").textValue());
            } else {
                faults.put("language_proficiencies", "Each item names the code of a language.");
            }
        }
        profile.add(new ProfileAmendment.Languages(codes));
    }

    private void links(JsonNode value) {
        Map<String, String> links = new HashMap<>();
        if (value.isNull()) {
            for (SocialPlatform platform : SocialPlatform.values()) {
                links.put(platform.member(), "");
            }
        }
        for (JsonNode item : items("social_links", value)) {
            String platform = item.path("platform").asText("");
            String link = item.path("social_link").asText("");
            String address = link.isBlank()
                    ? ""
                    : SocialPlatform.of(platform)
                            .flatMap(known -> known.address(link))
                            .orElse(null);
            if (address == null || SocialPlatform.of(platform).isEmpty()) {
                faults.put("social_links", "A link goes to a page on facebook, twitter or linkedin.");
            } else {
                links.put(platform, address);
            }
        }
        profile.add(new ProfileAmendment.SocialLinks(links));
    }

    private void extended(JsonNode value) {
        Map<String, String> fields = new HashMap<>();
        for (JsonNode item : items("extended_profile", value)) {
            String field = item.path("field_name").asText("");
            if (field.isBlank()
                    || Profile.MEMORIES.contains(field)
                    || !item.path("field_value").isValueNode()) {
                faults.put("extended_profile", "Each item has a field_name and a field_value that is a text.");
            } else {
                fields.put(field, item.path("field_value").asText(""));
            }
        }
        profile.add(new ProfileAmendment.Extended(fields));
    }

    private List<JsonNode> items(String member, JsonNode value) {
        if (value.isNull()) {
            return List.of();
        }
        List<JsonNode> items = new ArrayList<>();
        value.forEach(items::add);
        boolean fit =
                value.isArray() && items.size() <= MOST_ITEMS && items.stream().allMatch(JsonNode::isObject);
        if (!fit) {
            faults.put(member, NO_LIST);
        }
        return fit ? items : List.of();
    }
}
