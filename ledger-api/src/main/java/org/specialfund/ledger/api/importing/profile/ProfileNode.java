package org.specialfund.ledger.api.importing.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A place in a profile: reads what is there and notes every problem under its path. Not thread-safe. */
final class ProfileNode {

    private static final int LONGEST_TEXT = 500;

    private final @Nullable JsonNode node;
    private final String path;
    private final List<InvalidProfileException.Problem> problems;

    ProfileNode(@Nullable JsonNode node, String path, List<InvalidProfileException.Problem> problems) {
        this.node = node == null || node.isNull() || node.isMissingNode() ? null : node;
        this.path = path;
        this.problems = problems;
    }

    String path() {
        return path;
    }

    boolean isAbsent() {
        return node == null;
    }

    boolean isMapping() {
        return node != null && node.isObject();
    }

    void problem(String what) {
        problems.add(new InvalidProfileException.Problem(path, what));
    }

    ProfileNode at(String name) {
        JsonNode child = node == null || !node.isObject() ? null : node.get(name);
        return new ProfileNode(child, path.isEmpty() ? name : path + "." + name, problems);
    }

    /** Notes every name in a mapping that is not one of these. */
    ProfileNode only(Collection<String> names) {
        if (node != null && !node.isObject()) {
            problem("must be a mapping");
        } else if (node != null) {
            node.propertyNames().stream().filter(name -> !names.contains(name)).forEach(name -> at(name).problem(
                            "is not known here; known are " + String.join(", ", names)));
        }
        return this;
    }

    Map<String, ProfileNode> entries() {
        Map<String, ProfileNode> entries = new LinkedHashMap<>();
        if (node != null && !node.isObject()) {
            problem("must be a mapping");
        } else if (node != null) {
            node.propertyNames().forEach(name -> entries.put(name, at(name)));
        }
        return entries;
    }

    List<ProfileNode> items() {
        List<ProfileNode> items = new ArrayList<>();
        if (node != null && !node.isArray()) {
            problem("must be a list");
        } else if (node != null) {
            for (int i = 0; i < node.size(); i++) {
                items.add(new ProfileNode(node.get(i), path + "[" + i + "]", problems));
            }
        }
        return items;
    }

    /** The text, or the number as it is written; null where there is none, or where something else stands there. */
    @Nullable
    String text() {
        if (node == null) {
            return null;
        }
        if (!node.isValueNode()) {
            problem("must be a text");
            return null;
        }
        String text = node.asString();
        if (text.length() > LONGEST_TEXT) {
            problem("must not be longer than " + LONGEST_TEXT + " characters");
            return null;
        }
        return text;
    }

    String text(String otherwise) {
        String text = text();
        return text == null ? otherwise : text;
    }

    String requiredText() {
        if (node == null) {
            problem("is required");
        }
        return text("");
    }

    List<String> texts(List<String> otherwise) {
        return node == null
                ? otherwise
                : items().stream().map(ProfileNode::requiredText).toList();
    }

    char character(char otherwise) {
        String text = text(String.valueOf(otherwise));
        if (text.length() != 1) {
            problem("must be one character");
            return otherwise;
        }
        return text.charAt(0);
    }

    int wholeNumber(int otherwise, int least, int most) {
        String text = text(String.valueOf(otherwise));
        int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            problem("must be a whole number from " + least + " to " + most);
            return otherwise;
        }
        return number;
    }

    boolean yes() {
        String text = text("false");
        if (!Set.of("true", "false").contains(text)) {
            problem("must be true or false");
        }
        return text.equals("true");
    }
}
