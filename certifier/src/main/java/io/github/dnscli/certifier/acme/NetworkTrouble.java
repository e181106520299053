package io.github.dnscli.certifier.acme;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Tells what stands between us and an authority.
record NetworkTrouble(URI directory) {

    /// {@return what an exception means, as the end of a sentence that begins with the authority}
    String told(IOException failure) {
        return switch (failure) {
            case HttpConnectTimeoutException _ ->
                    "cannot be reached: no connection with %s in time".formatted(address());
            case HttpTimeoutException _ -> "does not answer in time, at %s".formatted(address());
            case SSLException _ -> tls(failure);
            case ConnectException _ -> connect(failure);
            case HttpRefusal refusal ->
                    "answers with %s, at %s".formatted(refusal.getMessage(), address());
            default ->
                    "cannot be reached: connection with %s failed: %s"
                            .formatted(address(), message(failure));
        };
    }

    private String connect(IOException failure) {
        boolean nameless =
                causes(failure)
                        .anyMatch(
                                cause ->
                                        cause instanceof UnresolvedAddressException
                                                || cause instanceof UnknownHostException);
        return nameless
                ? "cannot be reached: no address of '%s' is known".formatted(directory.getHost())
                : "cannot be reached: no connection with %s: %s"
                        .formatted(address(), message(failure));
    }

    private String tls(IOException failure) {
        if (causes(failure).anyMatch(CertPathBuilderException.class::isInstance)) {
            return "cannot be trusted: the certificate of ACME server '%s' is not trusted; '--ca-root' names a root"
                    .formatted(address());
        }
        return causes(failure).anyMatch(CertificateException.class::isInstance)
                ? "cannot be trusted: the certificate of ACME server '%s' is not good: %s"
                        .formatted(address(), message(failure))
                : "cannot be reached: TLS with '%s' failed: %s"
                        .formatted(address(), message(failure));
    }

    private static Stream<Throwable> causes(@Nullable Throwable last) {
        return Stream.<@Nullable Throwable>iterate(
                        last, cause -> cause == null ? null : cause.getCause())
                .limit(10)
                .flatMap(Stream::ofNullable);
    }

    private static String message(IOException failure) {
        return causes(failure)
                .map(Throwable::getMessage)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(Problems::line)
                .orElse(failure instanceof ConnectException ? "refused" : failure.toString());
    }

    private String address() {
        int port = directory.getPort();
        return directory.getHost() + (port < 0 ? "" : ":" + port);
    }
}
