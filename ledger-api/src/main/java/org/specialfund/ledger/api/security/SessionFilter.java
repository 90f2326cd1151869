package org.specialfund.ledger.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.specialfund.ledger.api.http.RequestTrace;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of a user who was changed since it began: disabled, other roles, a new password. Not a bean. */
final class SessionFilter extends OncePerRequestFilter {

    private final Accounts accounts;

    SessionFilter(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn holder) {
            if (isStill(holder.account())) {
                RequestTrace.actsAs(request, holder.getName());
            } else {
                HttpSession session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
                SecurityContextHolder.clearContext();
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isStill(Account account) {
        return accounts.find(account.name())
                .filter(now -> now.version() == account.version() && !now.disabled())
                .isPresent();
    }
}
