package org.specialfund.ledger.api.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems, for filters and controllers alike. Thread-safe. */
@Component
public class ProblemWriter {

    /** Where the correlation id of the request under way is kept for the log. */
    public static final String CORRELATION_ID = "correlationId";

    private static final Set<String> MEMBERS =
            Set.of("type", "title", "status", "detail", "instance", "code", "fields", CORRELATION_ID);

    private static final Map<Integer, List<String>> TITLES = Map.ofEntries(
            Map.entry(400, List.of("Bad request", "请求无效")),
            Map.entry(401, List.of("Not signed in", "未登录")),
            Map.entry(403, List.of("Not allowed", "无权限")),
            Map.entry(404, List.of("Not found", "未找到")),
            Map.entry(405, List.of("Method not allowed", "不支持的方法")),
            Map.entry(406, List.of("Not acceptable", "无法按要求返回")),
            Map.entry(409, List.of("Refused", "未予办理")),
            Map.entry(412, List.of("Changed in the meantime", "已被修改")),
            Map.entry(413, List.of("Too large", "内容过大")),
            Map.entry(415, List.of("Unsupported format", "不支持的格式")),
            Map.entry(422, List.of("Key used before", "请求标识重复")),
            Map.entry(429, List.of("Too many attempts", "尝试过多")),
            Map.entry(500, List.of("Internal error", "内部错误")),
            Map.entry(503, List.of("Not available now", "暂不可用")));

    // Seconds, where the problem itself does not say.
    private static final Map<Integer, String> RETRY_AFTER = Map.of(429, "60", 503, "1");

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Answers with the problem, in the language of the request, unless the answer is under way already. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Locale locale = Languages.of(request);
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Language", locale.toLanguageTag());
        response.setContentType("application/problem+json");
        String retryAfter = RETRY_AFTER.get(problem.status());
        if (retryAfter != null) {
            response.setHeader("Retry-After", problem.figures().getOrDefault("seconds", retryAfter));
        }
        response.getOutputStream().write(json.writeValueAsBytes(members(problem, locale)));
        response.flushBuffer();
    }

    private static Map<String, Object> members(Problem problem, Locale locale) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "/api/v1/refusal-codes#" + problem.code());
        members.put("title", title(problem.status(), locale));
        members.put("status", problem.status());
        members.put("code", problem.code());
        members.put("detail", problem.detail(locale));
        String correlationId = MDC.get(CORRELATION_ID);
        if (correlationId != null) {
            members.put(CORRELATION_ID, correlationId);
        }
        problem.figures().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                // A figure may be called what RFC 9457 or this class calls something else.
                .forEach(figure -> members.put(
                        MEMBERS.contains(figure.getKey()) ? figure.getKey() + "Figure" : figure.getKey(),
                        figure.getValue()));
        if (!problem.fields().isEmpty()) {
            members.put(
                    "fields",
                    problem.fields().stream()
                            .map(field -> Map.of(
                                    "field", field.field(),
                                    "problem", field.problem(),
                                    "message", FieldWords.sentence(field.problem(), locale)))
                            .toList());
        }
        return members;
    }

    private static String title(int status, Locale locale) {
        List<String> titles = TITLES.getOrDefault(status, List.of("Problem", "问题"));
        return titles.get(Languages.isChinese(locale) ? 1 : 0);
    }
}
