package io.github.dnscli.oserve.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a request by HTTP is answered (RFC 9110).
///
/// @param status the status code
/// @param type the media type of the body
/// @param body the body
/// @param allow the methods that would do, if the request's does not
record HttpReply(int status, String type, String body, Optional<String> allow) {

    static final int OK = 200;
    static final int ACCEPTED = 202;
    static final int UNAUTHORIZED = 401;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int TOO_LARGE = 413;
    static final int UNAVAILABLE = 503;

    private static final String PLAIN = "text/plain; charset=utf-8";

    /// {@return a body of a type}
    static HttpReply of(String type, String body) {
        return new HttpReply(OK, type, body, Optional.empty());
    }

    /// {@return a line for people}
    static HttpReply plain(int status, String line) {
        return new HttpReply(status, PLAIN, line + "\n", Optional.empty());
    }

    /// {@return that other methods would do}
    static HttpReply only(String methods) {
        return new HttpReply(
                METHOD_NOT_ALLOWED, PLAIN, "only " + methods + "\n", Optional.of(methods));
    }

    /// Sends it; the body only to who did not ask for the head alone.
    void send(HttpExchange exchange) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        allow.ifPresent(methods -> headers.set("Allow", methods));
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, octets.length);
            exchange.getResponseBody().write(octets);
        }
    }
}
