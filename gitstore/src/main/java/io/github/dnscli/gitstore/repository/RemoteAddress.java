package io.github.dnscli.gitstore.repository;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.URIish;

/// A branch of a repository elsewhere, as users write it: a URL, `USER@HOST:PATH`, or a path of this machine, and `#BRANCH`
/// behind it.
///
/// @param url without the branch; may hold a password; a path of this machine is absolute
/// @param branch the branch; empty for the one that the remote's HEAD names
public record RemoteAddress(String url, Optional<String> branch) {

    private static final Set<String> SCHEMES =
            Set.of("https", "http", "ssh", "git+ssh", "ssh+git", "git", "file");

    /// {@return the address that a text means}
    ///
    /// @throws IllegalArgumentException if it means none; the message is for people
    public static RemoteAddress parse(String text) {
        int hash = text.lastIndexOf('#');
        String url = hash < 0 ? text : text.substring(0, hash);
        if (url.isBlank()) {
            throw new IllegalArgumentException(
                    "no remote repository in '%s': a URL, USER@HOST:PATH or a path is expected"
                            .formatted(text));
        }
        var branch = hash < 0 ? Optional.<String>empty() : Optional.of(branch(text, hash));
        var uri = uri(url);
        return new RemoteAddress(isLocal(uri) ? absolute(uri.getPath()) : url, branch);
    }

    private static String branch(String text, int hash) {
        String name = text.substring(hash + 1);
        if (name.startsWith(Constants.R_HEADS)) {
            name = name.substring(Constants.R_HEADS.length());
        }
        if (!Repository.isValidRefName(Constants.R_HEADS + name)) {
            throw new IllegalArgumentException(
                    "'%s' behind the '#' is no name of a branch".formatted(name));
        }
        return name;
    }

    private static URIish uri(String url) {
        int colon = url.indexOf("://");
        if (colon >= 0 && !SCHEMES.contains(url.substring(0, colon).toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "'%s' is no way to a repository: https, http, ssh, git and file are"
                            .formatted(url.substring(0, colon)));
        }
        try {
            var uri = new URIish(url);
            if (uri.getHost() != null || isLocal(uri)) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // Its message would show a password.
        }
        throw new IllegalArgumentException(
                "a URL, USER@HOST:PATH or a path is expected for the remote repository"
                        + (url.contains("@") ? "" : ", not '" + url + "'"));
    }

    /// A shell does not resolve the `~` in `--remote=~/zones`, and none sees what stands in a file of options.
    private static String absolute(String path) {
        String home = System.getProperty("user.home");
        return Path.of(path.startsWith("~/") ? home + path.substring(1) : path)
                .toAbsolutePath()
                .normalize()
                .toString();
    }

    private static boolean isLocal(URIish uri) {
        return uri.getHost() == null
                && (uri.getScheme() == null || "file".equalsIgnoreCase(uri.getScheme()));
    }

    URIish uri() {
        return uri(url);
    }

    /// Whether the repository is on this machine and reached by its path.
    boolean isLocal() {
        return isLocal(uri());
    }

    /// {@return the address without password, for people and logs}
    public String display() {
        return repository() + branch.map(name -> "#" + name).orElse("");
    }

    /// {@return the same without the branch}
    public String repository() {
        return uri().toString();
    }

    @Override
    public String toString() {
        return display();
    }
}
