package org.specialfund.ledger.api.security;

import java.util.List;
import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** Why a change of users or tokens is refused. */
final class UserRefusals {

    static final RefusalCode UNKNOWN_USER =
            new RefusalCode("unknown-user", Stage.EXISTENCE, "There is no user {name}.", "不存在用户 {name}。");

    static final RefusalCode UNKNOWN_PERSON = new RefusalCode(
            "unknown-person",
            Stage.EXISTENCE,
            "No user belongs to the person {personId}; leave personId out for a new person.",
            "没有用户属于人员 {personId}；新人员请勿填写 personId。");

    static final RefusalCode UNKNOWN_TOKEN =
            new RefusalCode("unknown-token", Stage.EXISTENCE, "You have no such token.", "您没有此令牌。");

    static final RefusalCode USER_EXISTS = new RefusalCode(
            "user-exists", Stage.EXISTENCE, "There is a user {existing} already.", "用户 {existing} 已存在。");

    static final RefusalCode ADMINISTRATOR_MOVES_NO_MONEY = new RefusalCode(
            "administrator-moves-no-money",
            Stage.PEOPLE,
            "An administrator may not also hold {roles}, with this or another login.",
            "管理员不得以此登录名或其他登录名兼任 {roles}。");

    static final RefusalCode LAST_ADMINISTRATOR = new RefusalCode(
            "last-administrator",
            Stage.STATE,
            "This is the last administrator: make another one first.",
            "这是最后一名管理员，请先设立另一名管理员。");

    static final RefusalCode TOO_MANY_TOKENS = new RefusalCode(
            "too-many-tokens",
            Stage.STATE,
            "You have {most} tokens in use: revoke one first.",
            "您已有 {most} 个有效令牌，请先撤销一个。");

    static final RefusalCode ROLE_NOT_YOURS = new RefusalCode(
            "role-not-yours", Stage.PEOPLE, "A token can have your own roles only: {roles}.", "令牌只能具有您自己的角色：{roles}。");

    private UserRefusals() {}

    static List<RefusalCode> all() {
        return List.of(
                UNKNOWN_USER,
                UNKNOWN_PERSON,
                UNKNOWN_TOKEN,
                USER_EXISTS,
                ADMINISTRATOR_MOVES_NO_MONEY,
                LAST_ADMINISTRATOR,
                TOO_MANY_TOKENS,
                ROLE_NOT_YOURS);
    }
}
