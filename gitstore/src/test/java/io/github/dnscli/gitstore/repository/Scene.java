package io.github.dnscli.gitstore.repository;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dnscli.testkit.BareRepository;
import io.github.dnscli.testkit.Git;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A remote repository with one commit, an operator's working copy of it, and a place for ours.
///
/// @param folder where all of them are
/// @param remote the remote
/// @param operator the working copy
record Scene(Path folder, BareRepository remote, Git operator) {

    static final Instant TIME = Instant.parse("2026-11-25T10:00:00Z");

    static Scene in(Path folder) throws IOException {
        var remote = BareRepository.create(folder.resolve("remote.git"));
        var operator = remote.clone(folder.resolve("operator"));
        var scene = new Scene(folder, remote, operator);
        scene.push("example.com", "one\n", "The first zone");
        return scene;
    }

    /// The operator commits a file and pushes it.
    Revision push(String file, String content, String message) throws IOException {
        String id = operator.commit(file, content, message);
        operator.run("push", "-q", "origin", "HEAD:main");
        return new Revision(id);
    }

    /// Our repository, following the remote by its path.
    ZoneRepository open() throws IOException {
        return open(remote.path().toString(), RemoteAccess.DEFAULT);
    }

    ZoneRepository open(String address, RemoteAccess access) throws IOException {
        return open(address, access, Optional.empty());
    }

    /// Ours, by somebody who has no files of his own but perhaps an agent.
    ZoneRepository open(String address, RemoteAccess access, Optional<Path> agent)
            throws IOException {
        Surroundings.prepare();
        return ZoneRepository.open(
                folder.resolve("ours"),
                RemoteAddress.parse(address),
                access,
                CommitSettings.DEFAULT,
                new Surroundings(folder, agent));
    }

    /// Git in our repository.
    Git ours() {
        return operator.at(folder.resolve("ours"));
    }

    static NewCommit change(Revision parent, String file, String content) {
        return new NewCommit(
                parent,
                Map.of(file, content.getBytes(UTF_8)),
                "key._update.example.com",
                "Change " + file + "\n",
                TIME);
    }

    static String text(ZoneRepository repository, Revision revision, String file)
            throws IOException {
        var stored = repository.file(revision, file).orElseThrow();
        return new String(repository.content(stored.blob()), UTF_8);
    }
}
