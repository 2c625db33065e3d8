package org.laurel.kit.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes a learner's personal data out of JSON and leaves everything else as it is: the id, and what belongs to others, even
 * to somebody of the same name.
 *
 * <ul>
 *   <li>In an object with the learner's {@code learner_id}: names and e-mail addresses become empty, the username becomes
 *       the learner id.
 *   <li>Anywhere under such an object: free text and values that are a telling word become empty.
 *   <li>Anywhere: members that name a user by one of the words get the learner id, and e-mail addresses go.
 *   <li>In an object with another {@code learner_id}, names and usernames are that learner's.
 * </ul>
 */
final class Blanking {

    private static final String ID = "learner_id";
    private static final Set<String> NAMES =
            Set.of("name", "email", "full_name", "first_name", "last_name", "certificate_name", "verified_name");
    private static final Set<String> USERS = Set.of("username", "user", "by");

    /** Members with free text; so are those that end with {@code _reason}. */
    static final Set<String> PROSE = Set.of("reason", "note", "notes", "comment", "detail", "message", "text");

    private final PersonalWords words;
    private boolean changed;

    private Blanking(PersonalWords words) {
        this.words = words;
    }

    private enum Owner {
        LEARNER,
        ANOTHER,
        UNKNOWN
    }

    /**
     * Changes the document in place.
     *
     * @param ofLearner whether all of it is about the learner, by its record key for instance
     * @return whether there was something to take out
     */
    static boolean of(PersonalWords words, JsonNode document, boolean ofLearner) {
        Blanking blanking = new Blanking(words);
        blanking.walk(document, "", ofLearner ? Owner.LEARNER : Owner.UNKNOWN, ofLearner);
        return blanking.changed;
    }

    /** Whether a document is about the learner: it has the id, or no learner's id and the username or e-mail address. */
    static boolean isAbout(PersonalWords words, JsonNode document) {
        String id = document.path(ID).asText(document.path("learner").path(ID).asText(""));
        return id.isEmpty()
                ? List.of("username", "email").stream()
                        .anyMatch(member -> words.isWord(document.path(member).asText("")))
                : id.equals(words.learnerId());
    }

    /**
     * Empties prose in which one of the words stands, whoever the document is about: what operators write of why they do
     * something.
     */
    static boolean ofProse(Mentions mentions, JsonNode document) {
        boolean changed = false;
        if (document instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
                if (member.getValue() instanceof TextNode text
                        && isProse(member.getKey())
                        && mentions.isIn(text.asText())) {
                    object.put(member.getKey(), "");
                    changed = true;
                }
            }
        }
        for (JsonNode inner : document) {
            changed |= ofProse(mentions, inner);
        }
        return changed;
    }

    private static boolean isProse(String member) {
        return PROSE.contains(member) || member.endsWith("_reason");
    }

    /** Puts the learner id in the place of every word, whoever the document is about: for lists of learners. */
    static boolean toId(PersonalWords words, JsonNode document) {
        boolean changed = false;
        if (document instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
                if (member.getValue() instanceof TextNode text
                        && !words.withId(text.asText()).equals(text.asText())) {
                    object.put(member.getKey(), words.withId(text.asText()));
                    changed = true;
                }
                changed |= toId(words, member.getValue());
            }
        } else if (document instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof TextNode text
                        && !words.withId(text.asText()).equals(text.asText())) {
                    array.set(i, words.withId(text.asText()));
                    changed = true;
                }
                changed |= toId(words, array.get(i));
            }
        }
        return changed;
    }

    private void walk(JsonNode node, String member, Owner owner, boolean own) {
        if (node instanceof ObjectNode object) {
            boolean named = object.path(ID).isTextual();
            Owner here =
                    !named ? owner : object.path(ID).asText().equals(words.learnerId()) ? Owner.LEARNER : Owner.ANOTHER;
            boolean ofOwner = named || own;
            for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
                if (entry.getValue() instanceof TextNode text) {
                    String left = blank(entry.getKey(), text.asText(), here, ofOwner);
                    if (!left.equals(text.asText())) {
                        object.put(entry.getKey(), left);
                        changed = true;
                    }
                } else {
                    walk(entry.getValue(), entry.getKey(), here, false);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof TextNode text) {
                    String left = blank(member, text.asText(), owner, false);
                    if (!left.equals(text.asText())) {
                        array.set(i, left);
                        changed = true;
                    }
                } else {
                    walk(array.get(i), member, owner, false);
                }
            }
        }
    }

    private String blank(String member, String text, Owner owner, boolean ofOwner) {
        boolean user = USERS.contains(member) || member.endsWith("_by");
        if (ofOwner && owner == Owner.LEARNER && NAMES.contains(member)) {
            return "";
        }
        if (ofOwner && owner == Owner.LEARNER && member.equals("username")) {
            return words.learnerId();
        }
        if (ofOwner && owner == Owner.ANOTHER && (NAMES.contains(member) || member.equals("username"))) {
            return words.withoutEmails(text);
        }
        if (user && words.isWord(text)) {
            return words.learnerId();
        }
        boolean gone = owner == Owner.LEARNER
                ? words.isTelling(text) || (isProse(member) && words.isWord(text))
                : (member.equals("email") && words.isWord(text)) || (isProse(member) && words.isTelling(text));
        return gone ? "" : words.withoutEmails(text);
    }
}
