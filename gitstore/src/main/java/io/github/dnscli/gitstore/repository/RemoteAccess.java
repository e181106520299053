package io.github.dnscli.gitstore.repository;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How to get at a remote repository.
///
/// @param sshKey the private key for ssh; without one those of the user's `~/.ssh` and of the agent are tried
/// @param knownHosts the file that host keys are looked up in; without one the user's
/// @param hostKeys fingerprints of host keys, `SHA256:…`; if there are any, one of these it must be, whatever the file says
/// @param authorities whom to trust on https; without, whom the Java runtime does, which may not be whom the
///     administrator of the machine does
/// @param credentials the user's name and password for https; without, those in the URL or in `~/.netrc`
/// @param timeout how long the remote may be silent
public record RemoteAccess(
        Optional<SshKey> sshKey,
        Optional<Path> knownHosts,
        List<String> hostKeys,
        Optional<AuthoritySource> authorities,
        Optional<HttpCredentials> credentials,
        Duration timeout) {

    /// Whatever the user's own git would try, for half a minute.
    public static final RemoteAccess DEFAULT =
            new RemoteAccess(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ofSeconds(30));

    /// Copies the list.
    public RemoteAccess {
        hostKeys = List.copyOf(hostKeys);
    }
}
