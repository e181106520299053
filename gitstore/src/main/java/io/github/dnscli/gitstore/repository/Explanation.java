package io.github.dnscli.gitstore.repository;

import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;

/// What exceptions on the way to a remote mean to people.
///
/// @param address the remote
/// @param access what must not be shown, and how long it may be silent
record Explanation(RemoteAddress address, RemoteAccess access) {

    private static final String CLOSED = "Closed by interrupt";
    private static final Pattern URL = Pattern.compile("^\\w+://\\S*: |^\\S+@\\S+: ");

    /// {@return the trouble that an exception is}
    RemoteTrouble of(Throwable failure) {
        return trouble(failure, reason(failure), Optional.empty());
    }

    /// {@return the trouble that an exception on a line is}
    RemoteTrouble of(Throwable failure, Line line) {
        String reason = line.reason(failure).orElseGet(() -> reason(failure));
        return trouble(failure, reason, line.pause());
    }

    private RemoteTrouble trouble(Throwable failure, String reason, Optional<Duration> pause) {
        return new RemoteTrouble(
                "cannot use the remote '%s': %s".formatted(address.display(), hidden(reason)),
                failure,
                pause);
    }

    private String reason(Throwable failure) {
        return Causes.of(failure)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() -> words(failure));
    }

    private Optional<String> known(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case UnknownHostException _, UnresolvedAddressException _ ->
                            "its host '" + address.uri().getHost() + "' cannot be found";
                    case ConnectException refused -> "no connection: " + words(refused);
                    case InterruptedIOException _, TimeoutException _ -> silence(access.timeout());
                    // A socket whose reader JGit has interrupted, because of its silence.
                    case SocketException closed when CLOSED.equals(closed.getMessage()) ->
                            silence(access.timeout());
                    case NoRemoteRepositoryException none ->
                            "there is no such repository, or none that we may see: " + words(none);
                    case EOFException _ -> "it has closed the connection";
                    default -> null;
                });
    }

    /// {@return that nothing was heard}
    static String silence(Duration timeout) {
        return "it was silent for %s s".formatted(timeout.toSeconds());
    }

    /// {@return the words of an exception, or of what is behind it; without the URL that those of JGit begin with}
    static String words(Throwable failure) {
        var deepest = Causes.of(failure).reduce((_, deeper) -> deeper).orElse(failure);
        String message = deepest.getMessage();
        return message == null
                ? deepest.getClass().getSimpleName()
                : Words.plain(URL.matcher(message).replaceFirst(""));
    }

    private String hidden(String reason) {
        String shown = reason;
        String inUrl = address.uri().getPass();
        if (inUrl != null && !inUrl.isEmpty()) {
            shown = shown.replace(inUrl, "(secret)");
        }
        String given = access.credentials().map(HttpCredentials::password).orElse("");
        return given.isEmpty() ? shown : shown.replace(given, "(secret)");
    }
}
