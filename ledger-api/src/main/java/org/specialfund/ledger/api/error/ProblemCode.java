package org.specialfund.ledger.api.error;

import java.util.Locale;

/** Problems that the edge gives by itself; refusals of the domain have codes of their own. Codes are frozen. */
public enum ProblemCode {
    BAD_REQUEST(400, "The request cannot be read.", "无法读取该请求。"),
    MALFORMED(400, "Some fields are malformed.", "部分字段格式不正确。"),
    MALFORMED_JSON(400, "The body is not well-formed JSON.", "请求体不是格式正确的 JSON。"),
    JSON_TOO_COMPLEX(
            400,
            "The JSON is nested too deeply, or holds a name or a number that is too long.",
            "JSON 嵌套过深，或其中的名称、数字过长。"),
    BROKEN_TEXT(400, "The body is not valid UTF-8.", "请求体不是有效的 UTF-8 文本。"),
    UNAUTHENTICATED(
            401,
            "Sign in, or send a bearer token: POST /api/v1/tokens with HTTP Basic gives one.",
            "请登录，或提供访问令牌（用 HTTP Basic 调用 POST /api/v1/tokens 获取）。"),
    WRONG_CREDENTIALS(401, "The name or the password is wrong, or the user is disabled.", "用户名或密码错误，或用户已停用。"),
    INVALID_TOKEN(401, "The token is unknown, expired or revoked.", "令牌不存在、已过期或已撤销。"),
    FORBIDDEN(403, "Your role may not do this.", "您的角色无权执行此操作。"),
    CSRF_TOKEN_MISSING(
            403,
            "A request from a session needs the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN.",
            "会话内的请求须在 X-XSRF-TOKEN 请求头中带上 XSRF-TOKEN cookie 的值。"),
    PASSWORD_CHANGE_REQUIRED(
            403, "Change the one-time password first: PUT /api/v1/me/password.", "请先修改一次性密码：PUT /api/v1/me/password。"),
    TOKEN_NOT_ENOUGH(403, "A token may not do this: sign in with your password.", "不能凭令牌执行此操作，请用密码登录。"),
    NOT_FOUND(404, "There is nothing here.", "此处没有内容。"),
    METHOD_NOT_ALLOWED(405, "This address does not take the method.", "该地址不支持此请求方法。"),
    NOT_ACCEPTABLE(406, "The answer cannot be given in the form that the request accepts.", "无法按所要求的格式返回结果。"),
    CONFLICT(409, "The request conflicts with another one.", "该请求与另一请求冲突。"),
    IN_FLIGHT(409, "A request with the same Idempotency-Key is still under way.", "使用相同 Idempotency-Key 的请求仍在处理中。"),
    PRECONDITION_FAILED(412, "Somebody else changed this in the meantime.", "在此期间他人已作修改。"),
    TOO_LARGE(413, "The request is larger than {limit} bytes.", "请求超过 {limit} 字节。"),
    UNSUPPORTED_MEDIA_TYPE(415, "Send this as {supported}.", "请以 {supported} 格式发送。"),
    IDEMPOTENCY_CONFLICT(
            422, "The Idempotency-Key was used before with a different request.", "该 Idempotency-Key 已用于另一个不同的请求。"),
    TOO_MANY_ATTEMPTS(429, "Too many failed attempts; try again in {seconds} seconds.", "失败次数过多，请在 {seconds} 秒后重试。"),
    INTERNAL_ERROR(500, "Something went wrong here; the correlation id helps to find it.", "服务内部出错，可凭关联编号查找原因。"),
    EVIDENCE_DAMAGED(
            500,
            "The document has not the hash any more that the ledger recorded: it is lost or damaged, and not served.",
            "该文件与账本记录的哈希值不符，已丢失或损坏，不予提供。"),
    FIGURES_DISAGREE(
            500,
            "The entries do not make the figure ({figure}): the projection differs from the events. Run a check of the "
                    + "balances: POST /api/v1/balance-checks.",
            "分录与数字不符（{figure}）：投影与事件不一致。请运行余额核查：POST /api/v1/balance-checks。"),
    STATISTICS_DIFFER(
            500,
            "The statistics do not add up to the trial balance, so none are given out: {figure} in {currency} is {statistics}"
                    + " there and {ledger} in the ledger.",
            "统计数与试算平衡不符，不予输出：{currency} {figure} 统计为 {statistics}，账本为 {ledger}。"),
    BUSY(503, "The ledger is busy; try again shortly.", "系统繁忙，请稍后重试。"),
    POSITION_NOT_REACHED(
            503, "The figures have reached position {reached}, not yet {wanted}.", "数据已处理到位置 {reached}，尚未到 {wanted}。");

    private final int status;
    private final String english;
    private final String chinese;

    ProblemCode(int status, String english, String chinese) {
        this.status = status;
        this.english = english;
        this.chinese = chinese;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The code as programs see it: kebab-case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sentence in English; {@code {figure}} stands for a figure of the problem. */
    public String english() {
        return english;
    }

    /** The same sentence in Chinese. */
    public String chinese() {
        return chinese;
    }
}
