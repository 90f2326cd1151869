package org.specialfund.ledger.api;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with a file, as a browser sends it. */
public final class MultipartBody {

    private final String boundary = "b" + UUID.randomUUID();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    /** Adds a field. */
    public MultipartBody field(String name, String value) {
        return part("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file. */
    public MultipartBody file(String name, String fileName, byte[] content) {
        return part("form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"", content);
    }

    /** The header that goes with it. */
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** Everything added so far, as one body. */
    public BodyPublisher publisher() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(parts.toByteArray());
        whole.writeBytes(ascii("--" + boundary + "--\r\n"));
        return BodyPublishers.ofByteArray(whole.toByteArray());
    }

    private MultipartBody part(String disposition, byte[] content) {
        parts.writeBytes(ascii("--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\n\r\n"));
        parts.writeBytes(content);
        parts.writeBytes(ascii("\r\n"));
        return this;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
