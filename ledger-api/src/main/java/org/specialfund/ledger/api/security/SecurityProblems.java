package org.specialfund.ledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemWriter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Answers who may not: programs with a problem, a browser that asks for a page with the way to sign in. */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;

    SecurityProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (wantsPage(request)) {
            response.sendRedirect(request.getContextPath() + SignInPages.SIGN_IN);
            return;
        }
        boolean basic = request.getRequestURI().startsWith(request.getContextPath() + SecurityConfiguration.TOKENS);
        response.setHeader("WWW-Authenticate", (basic ? "Basic" : "Bearer") + " realm=\"ledger\"");
        problems.write(
                Problem.of(
                        cause instanceof BadCredentialsException
                                ? ProblemCode.WRONG_CREDENTIALS
                                : ProblemCode.UNAUTHENTICATED),
                request,
                response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        boolean mustChange = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn holder
                && holder.account().mustChangePassword();
        if (mustChange && wantsPage(request)) {
            response.sendRedirect(request.getContextPath() + SignInPages.PASSWORD);
            return;
        }
        ProblemCode otherwise = mustChange ? ProblemCode.PASSWORD_CHANGE_REQUIRED : ProblemCode.FORBIDDEN;
        problems.write(
                Problem.of(cause instanceof CsrfException ? ProblemCode.CSRF_TOKEN_MISSING : otherwise),
                request,
                response);
    }

    /** Whether a person's browser asks for a page, and not a program for data. */
    static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }
}
