package org.specialfund.ledger.api.security;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;

/** The two pages that must work before anything else does: signing in, and changing a one-time password. */
@Hidden
@Controller
class SignInPages {

    static final String SIGN_IN = "/login";
    static final String SIGN_OUT = "/logout";
    static final String PASSWORD = "/password";

    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>body{font:1rem/1.6 system-ui,sans-serif;max-width:22rem;margin:4rem auto;padding:0 1rem}
            label{display:block;margin-top:1rem}input{width:100%%;box-sizing:border-box;padding:.5rem;font:inherit}
            button{margin-top:1.5rem;padding:.5rem 1.5rem;font:inherit}.error{color:#a40000}</style></head>
            <body><main><h1>%s</h1>%s
            <form method="post" action="%s"><input type="hidden" name="%s" value="%s">
            %s<button>%s</button></form></main></body></html>
            """;

    private final OwnPassword password;

    SignInPages(OwnPassword password) {
        this.password = password;
    }

    @GetMapping(path = SIGN_IN, produces = HTML)
    @ResponseBody
    String signIn(
            @RequestParam(required = false) @Nullable String error,
            @Nullable CsrfToken csrf,
            Locale locale,
            HttpServletRequest request) {
        boolean zh = locale.getLanguage().equals("zh");
        String wrong = zh ? "用户名或密码错误。" : "The name or the password is wrong.";
        return page(
                locale,
                zh ? "登录" : "Sign in",
                error == null ? "" : wrong,
                request.getContextPath() + SIGN_IN,
                csrf,
                field("username", zh ? "用户名" : "User name", "text", "username")
                        + field("password", zh ? "密码" : "Password", "password", "current-password"));
    }

    @GetMapping(path = PASSWORD, produces = HTML)
    @ResponseBody
    String password(@Nullable CsrfToken csrf, Locale locale, HttpServletRequest request) {
        return passwordPage("", csrf, locale, request);
    }

    /** Shows the page again with what is wrong, or ends the session and asks for the new password. */
    @PostMapping(path = PASSWORD, produces = HTML)
    @ResponseBody
    @Nullable
    String changePassword(
            @RequestParam String currentPassword,
            @RequestParam String newPassword,
            @Nullable CsrfToken csrf,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            password.change(currentPassword, newPassword, request.getRemoteAddr());
        } catch (ProblemException e) {
            response.setStatus(e.problem().status());
            return passwordPage(e.problem().detail(locale), csrf, locale, request);
        }
        response.sendRedirect(request.getContextPath() + SIGN_IN);
        return null;
    }

    private static String passwordPage(
            String error, @Nullable CsrfToken csrf, Locale locale, HttpServletRequest request) {
        boolean zh = locale.getLanguage().equals("zh");
        return page(
                locale,
                zh ? "修改密码" : "Change your password",
                error,
                request.getContextPath() + PASSWORD,
                csrf,
                field("currentPassword", zh ? "当前密码" : "Current password", "password", "current-password")
                        + field(
                                "newPassword",
                                zh ? "新密码（至少 10 个字符）" : "New password (10 characters at least)",
                                "password",
                                "new-password"));
    }

    /** A page belongs to a session: one that came with a bearer token has nothing to protect it, and gets none. */
    private static String page(
            Locale locale, String title, String error, String action, @Nullable CsrfToken csrf, String fields) {
        if (csrf == null) {
            throw new ProblemException(ProblemCode.TOKEN_NOT_ENOUGH);
        }
        return PAGE.formatted(
                locale.toLanguageTag(),
                title,
                title,
                error.isEmpty() ? "" : "<p class=\"error\" role=\"alert\">" + HtmlUtils.htmlEscape(error) + "</p>",
                HtmlUtils.htmlEscape(action),
                csrf.getParameterName(),
                HtmlUtils.htmlEscape(csrf.getToken()),
                fields,
                title);
    }

    private static String field(String name, String label, String type, String autocomplete) {
        return "<label>%s<input name=\"%s\" type=\"%s\" autocomplete=\"%s\" required></label>"
                .formatted(label, name, type, autocomplete);
    }
}
