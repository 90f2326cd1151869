package org.specialfund.ledger.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemWriter;
import org.specialfund.ledger.api.http.RequestTrace;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in whoever sends a valid token, for this one request. Not a bean: Boot would run it for every request. */
final class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";
    private static final int LONGEST = 200;

    private final Tokens tokens;
    private final @Nullable IssuerTokens issuer;
    private final ProblemWriter problems;

    /** Takes our own tokens, and those of an issuer where there is one. */
    BearerFilter(Tokens tokens, @Nullable IssuerTokens issuer, ProblemWriter problems) {
        this.tokens = tokens;
        this.issuer = issuer;
        this.problems = problems;
    }

    static boolean isMeant(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token =
                request.getHeader("Authorization").substring(SCHEME.length()).strip();
        Optional<SignedIn> holder = holder(token);
        if (holder.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"ledger\", error=\"invalid_token\"");
            problems.write(Problem.of(ProblemCode.INVALID_TOKEN), request, response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(holder.get());
        SecurityContextHolder.setContext(context);
        RequestTrace.actsAs(request, holder.get().getName());
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> holder(String token) {
        if (issuer != null && IssuerTokens.isMeant(token)) {
            return issuer.holder(token);
        }
        return token.length() > LONGEST ? Optional.empty() : tokens.holder(token);
    }
}
