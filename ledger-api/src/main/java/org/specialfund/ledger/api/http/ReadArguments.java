package org.specialfund.ledger.api.http;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemException;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes a {@link Page} and a {@link MinPosition} of a request's parameters. */
class ReadArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type.equals(Page.class) || type.equals(MinPosition.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType().equals(MinPosition.class)) {
            return new MinPosition(number(request, MinPosition.PARAMETER, 0, Long.MAX_VALUE, -1));
        }
        String cursor = request.getParameter("cursor");
        return new Page(
                (int) number(request, "limit", 1, Page.MOST, Page.USUAL), cursor == null ? null : Cursor.key(cursor));
    }

    private static long number(NativeWebRequest request, String name, long least, long most, long otherwise) {
        String text = request.getParameter(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,19}")) {
            throw new ProblemException(Problem.malformed(name, "invalid-number"));
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // More than a long holds: answered below.
        }
        throw new ProblemException(Problem.malformed(name, "out-of-range"));
    }
}
