package io.github.dnscli.gitstore.repository;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.NetRCCredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/// Says who we are when a server asks, once: whoever is not content with the answer gets no other.
final class HttpLogin extends CredentialsProvider {

    private final Optional<HttpCredentials> credentials;
    private boolean isRefused;

    private HttpLogin(Optional<HttpCredentials> credentials) {
        this.credentials = credentials;
    }

    /// {@return what is given, else what the URL has, else what `~/.netrc` has for the host}
    static HttpLogin of(URIish uri, Optional<HttpCredentials> given) {
        return new HttpLogin(given.or(() -> inUrl(uri)).or(() -> inFile(uri)));
    }

    private static Optional<HttpCredentials> inUrl(URIish uri) {
        return uri.getUser() == null || uri.getPass() == null
                ? Optional.empty()
                : Optional.of(new HttpCredentials(uri.getUser(), uri.getPass()));
    }

    private static Optional<HttpCredentials> inFile(URIish uri) {
        var user = new CredentialItem.Username();
        var password = new CredentialItem.Password();
        return new NetRCCredentialsProvider().get(uri, user, password)
                ? Optional.of(new HttpCredentials(user.getValue(), new String(password.getValue())))
                : Optional.empty();
    }

    /// Whether there is anything to say.
    boolean isKnown() {
        return credentials.isPresent();
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        return Arrays.stream(items)
                .allMatch(
                        item ->
                                item instanceof CredentialItem.Username
                                        || item instanceof CredentialItem.Password);
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) {
        credentials.ifPresent(known -> Arrays.stream(items).forEach(item -> fill(item, known)));
        return isKnown() && !isRefused && supports(items);
    }

    private static void fill(CredentialItem item, HttpCredentials known) {
        if (item instanceof CredentialItem.Username user) {
            user.setValue(known.user());
        } else if (item instanceof CredentialItem.Password password) {
            password.setValue(known.password().toCharArray());
        }
    }

    @Override
    public void reset(URIish uri) {
        isRefused = true;
    }
}
