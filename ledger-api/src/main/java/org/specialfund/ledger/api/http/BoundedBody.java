package org.specialfund.ledger.api.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of a request to the API into memory, 1 MB at most however it is sent, and refuses one that is not
 * UTF-8. Files (multipart) pass: they have a limit of their own. Runs after security, so that nobody unknown is read.
 */
@Component
public class BoundedBody extends OncePerRequestFilter {

    /** The most bytes of a body that is not a file. */
    public static final int LIMIT = 1024 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MediaType type = type(request.getContentType());
        if (type != null
                && (type.getType().equals("multipart")
                        || MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type))) {
            chain.doFilter(request, response);
            return;
        }
        Charset charset = type == null ? null : type.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw unsupported();
        }
        if (request.getContentLengthLong() > LIMIT) {
            throw tooLarge();
        }
        chain.doFilter(new BufferedRequest(request, read(request.getInputStream())), response);
    }

    private static byte[] read(InputStream in) throws IOException {
        byte[] body = in.readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw tooLarge();
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw new ProblemException(ProblemCode.BROKEN_TEXT);
        }
        return body;
    }

    private static @Nullable MediaType type(@Nullable String contentType) {
        try {
            return contentType == null || contentType.isBlank() ? null : MediaType.parseMediaType(contentType);
        } catch (InvalidMediaTypeException e) {
            throw unsupported();
        }
    }

    private static ProblemException unsupported() {
        return new ProblemException(
                Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE).with("supported", "application/json; charset=UTF-8"));
    }

    private static ProblemException tooLarge() {
        return new ProblemException(Problem.of(ProblemCode.TOO_LARGE).with("limit", LIMIT));
    }
}
