package org.specialfund.ledger.api.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.shared.Role;

/** Roles as clients write them. */
final class RoleWords {

    private static final List<String> WORDS =
            Arrays.stream(Role.values()).map(Role::word).toList();

    private RoleWords() {}

    /** Checks the form of a list of roles that may not be empty. */
    static Form check(Form form, @Nullable List<String> words) {
        form.list("roles", words, WORDS.size());
        if (words != null) {
            for (int i = 0; i < words.size(); i++) {
                form.oneOf("roles[" + i + "]", words.get(i), WORDS);
            }
        }
        return form;
    }

    /** The roles, once checked. */
    static Set<Role> roles(List<String> words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        words.forEach(word -> roles.add(Role.of(word)));
        return roles;
    }
}
