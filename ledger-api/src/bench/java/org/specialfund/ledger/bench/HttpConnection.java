package org.specialfund.ledger.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One kept connection to the application: so small a client that what is measured is the server. Of one thread. */
final class HttpConnection implements AutoCloseable {

    /** What came back. */
    record Response(int status, Map<String, String> headers, String body) {}

    private final int port;
    private Socket socket;
    private InputStream in;

    HttpConnection(int port) throws IOException {
        this.port = port;
        this.socket = connected();
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    private Socket connected() throws IOException {
        Socket connected = new Socket(InetAddress.getLoopbackAddress(), port);
        connected.setTcpNoDelay(true);
        return connected;
    }

    /** A token of a user of the demonstration. */
    static String token(int port, String user) throws IOException {
        String basic = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        try (HttpConnection connection = new HttpConnection(port)) {
            return connection
                    .send("POST", "/api/v1/tokens", "Basic " + basic, "Accept: text/plain\r\n", "")
                    .body();
        }
    }

    /** A write with an idempotency key; throws where it is not acknowledged. */
    Response post(String path, String token, String key, String json) throws IOException {
        String headers = "Content-Type: application/json\r\nIdempotency-Key: " + key + "\r\n";
        return send("POST", path, "Bearer " + token, headers, json);
    }

    /** Uploads a file to be imported by a stored profile. */
    Response upload(String token, String profile, String file) throws IOException {
        String edge = "--edge-of-a-part\r\nContent-Disposition: form-data; name=";
        String body = edge + "\"profile\"\r\n\r\n" + profile + "\r\n" + edge
                + "\"file\"; filename=\"payments.csv\"\r\n\r\n" + file + "\r\n--edge-of-a-part--\r\n";
        String headers = "Content-Type: multipart/form-data; boundary=edge-of-a-part\r\nIdempotency-Key: upload-"
                + file.hashCode() + "\r\n";
        return send("POST", "/api/v1/imports", "Bearer " + token, headers, body);
    }

    Response get(String path, String token) throws IOException {
        return send("GET", path, "Bearer " + token, "", "");
    }

    private Response send(String method, String path, String who, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + who + "\r\n" + headers
                        + "Content-Length: " + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(bytes, 0, request, head.length, bytes.length);
        socket.getOutputStream().write(request);
        Response response = read();
        if ("close".equals(response.headers().get("connection"))) {
            // Tomcat does so after 100 requests.
            socket.close();
            socket = connected();
            in = new BufferedInputStream(socket.getInputStream());
        }
        if (response.status() >= 300) {
            throw new IOException(method + " " + path + ": " + response);
        }
        return response;
    }

    private Response read() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        if (!headers.containsKey("transfer-encoding")) {
            return new Response(status, headers, text(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
        }
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(text(size));
            line();
        }
        line();
        return new Response(status, headers, body.toString());
    }

    private String text(int size) throws IOException {
        return new String(in.readNBytes(size), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
