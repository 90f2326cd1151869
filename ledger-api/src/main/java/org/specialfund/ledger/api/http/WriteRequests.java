package org.specialfund.ledger.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes a {@link WriteRequest} of a request. */
@Component
class WriteRequests implements HandlerMethodArgumentResolver {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");

    private final JsonMapper canonical;

    WriteRequests(JsonMapper json) {
        this.canonical = json.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(WriteRequest.class);
    }

    @Override
    public WriteRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        Principal person = request == null ? null : request.getUserPrincipal();
        if (request == null || person == null) {
            throw new ProblemException(ProblemCode.UNAUTHENTICATED);
        }
        String key = key(request.getHeader(WriteRequest.KEY_HEADER));
        return new WriteRequest(person.getName() + ":" + key, hash(request), RequestTrace.correlationId());
    }

    private static String key(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw new ProblemException(Problem.malformed(WriteRequest.KEY_HEADER, "required"));
        }
        if (!KEY.matcher(given).matches()) {
            throw new ProblemException(
                    Problem.malformed(WriteRequest.KEY_HEADER, given.length() > 128 ? "too-long" : "invalid"));
        }
        return given;
    }

    private String hash(HttpServletRequest request) {
        String query = request.getQueryString();
        String address = request.getMethod() + " " + request.getRequestURI() + (query == null ? "" : "?" + query);
        BufferedRequest buffered = WebUtils.getNativeRequest(request, BufferedRequest.class);
        byte[] body = buffered == null ? new byte[0] : canonical(buffered.body());
        return WriteRequest.hash((address + "\n").getBytes(StandardCharsets.UTF_8), body);
    }

    private byte[] canonical(byte[] body) {
        if (body.length == 0) {
            return body;
        }
        try {
            JsonNode tree = canonical.readTree(body);
            return canonical.writeValueAsBytes(tree);
        } catch (JacksonException e) {
            return body; // not JSON, or not well-formed: then the body's own reader says so
        }
    }
}
