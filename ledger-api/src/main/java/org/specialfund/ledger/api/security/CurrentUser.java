package org.specialfund.ledger.api.security;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Who sent the request under way. A controller may also simply take an argument of type {@link Person}. */
@Component
public class CurrentUser implements HandlerMethodArgumentResolver {

    /** The person, with the roles that their token leaves them; throws a problem (401) where nobody has signed in. */
    public Person person() {
        return signedIn().person();
    }

    /** The login name: for screens, never for events or the log. */
    public String loginName() {
        return signedIn().account().name();
    }

    /** What the login is called on screens. */
    public String displayName() {
        return signedIn().account().displayName();
    }

    SignedIn signedIn() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            return signedIn;
        }
        throw new ProblemException(ProblemCode.UNAUTHENTICATED);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Person.class);
    }

    @Override
    public Person resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return person();
    }
}
